package org.genonaut.backend;

import java.net.URI;
import org.genonaut.comfyui.SystemStats;

/** One ComfyUI server of the fleet: what we were told of it, and how it is now. */
public record Backend(BackendId id, String name, URI url, BackendOrigin origin, BackendState state) {

    public boolean isUp() {
        return state instanceof BackendState.Up;
    }

    /** Whether it may be given jobs now. */
    public boolean takesJobs() {
        return isUp();
    }

    /** Bytes of its first device's memory; 0 when unknown. */
    public long vram() {
        return state instanceof BackendState.Up up
                ? up.capabilities().stats().devices().stream()
                        .mapToLong(SystemStats.Device::vramTotal)
                        .findFirst()
                        .orElse(0)
                : 0;
    }

    /** Whether it can be asked, also when it takes no jobs. */
    public boolean answers() {
        return isUp();
    }

    public boolean isAway() {
        return state instanceof BackendState.Away;
    }
}
