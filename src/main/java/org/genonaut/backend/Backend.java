package org.genonaut.backend;

import java.net.URI;

/** One ComfyUI server of the fleet: what we were told of it, and how it is now. */
public record Backend(BackendId id, String name, URI url, BackendOrigin origin, BackendState state) {

    public boolean isUp() {
        return state instanceof BackendState.Up;
    }

    /** Whether it may be given jobs now. */
    public boolean takesJobs() {
        return isUp();
    }

    public boolean isAway() {
        return state instanceof BackendState.Away;
    }
}
