package org.genonaut.generation;

import java.util.List;
import org.genonaut.generation.queue.JobId;

/** Somebody wants these running jobs to stop. Published after the wish is committed. */
public record JobsCancelled(List<JobId> jobs) {

    public JobsCancelled {
        jobs = List.copyOf(jobs);
    }
}
