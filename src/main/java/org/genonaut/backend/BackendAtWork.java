package org.genonaut.backend;

import org.jspecify.annotations.Nullable;

/**
 * A backend and what it has to do.
 *
 * @param jobs how many it runs or has ready
 * @param model the title of what its last job loaded; null if nobody remembers
 */
public record BackendAtWork(
        Backend backend, int jobs, @Nullable String model) {

    /** Whether it was to be drained and has nothing left. */
    public boolean isDrained() {
        return jobs == 0 && backend.state() instanceof BackendState.Draining;
    }
}
