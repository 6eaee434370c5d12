package org.genonaut.generation.watch;

import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.queue.JobId;
import org.jspecify.annotations.Nullable;

/**
 * How far a running job is.
 *
 * @param number of the job in its request, from 0
 * @param backend name of where it runs
 */
record JobProgress(
        JobId job,
        GenerationId generation,
        int number,
        @Nullable String backend,
        ExecutionProgress progress) {

    JobProgress at(ExecutionProgress later) {
        return new JobProgress(job, generation, number, backend, later);
    }
}
