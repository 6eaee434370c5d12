package org.genonaut.generation;

import org.genonaut.comfyui.Phase;
import org.jspecify.annotations.Nullable;

/** How a generation stands: always the whole present state, so that a watcher who missed some misses nothing. */
public sealed interface GenerationEvent {

    GenerationId id();

    /** None of its jobs has begun. */
    record Waiting(GenerationId id) implements GenerationEvent {}

    /**
     * At least one of its jobs has begun.
     *
     * @param fraction 0 to 1 over all its jobs
     * @param step of the sampler of the first job that runs
     * @param backend name of the backend of that job
     * @param imagesDone how many images are stored
     * @param preview number of the newest preview, from 1; 0 when there is none
     */
    record Running(
            GenerationId id,
            double fraction,
            Phase phase,
            int step,
            int steps,
            @Nullable String backend,
            int imagesDone,
            long preview)
            implements GenerationEvent {}

    /** No job is open any more. */
    record Ended(GenerationId id, GenerationStatus status) implements GenerationEvent {}
}
