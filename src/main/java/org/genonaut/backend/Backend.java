package org.genonaut.backend;

import java.net.URI;
import java.util.Optional;
import org.genonaut.backend.BackendState.Look;
import org.genonaut.comfyui.Capabilities;
import org.genonaut.comfyui.SystemStats;
import org.jspecify.annotations.Nullable;

/**
 * One ComfyUI server of the fleet: what we were told of it, and how it is now.
 *
 * @param lastSeen what it could do when it last answered; null if it has not answered yet
 */
public record Backend(
        BackendId id,
        String name,
        URI url,
        BackendOrigin origin,
        BackendState state,
        @Nullable Capabilities lastSeen) {

    public boolean isUp() {
        return state instanceof BackendState.Up;
    }

    /** Whether it may be given jobs now. */
    public boolean takesJobs() {
        return isUp();
    }

    /** Bytes of its first device's memory; 0 when unknown. */
    public long vram() {
        return device().map(SystemStats.Device::vramTotal).orElse(0L);
    }

    public boolean isAway() {
        return state instanceof BackendState.Away;
    }

    /** Whether it can be asked, also when it takes no jobs. */
    public boolean answers() {
        return look().filter(BackendState.Up.class::isInstance).isPresent();
    }

    /** Empty while nobody asks it. */
    public Optional<Look> look() {
        return switch (state) {
            case Look look -> Optional.of(look);
            case BackendState.Stuck stuck -> Optional.of(stuck.look());
            case BackendState.Draining draining -> Optional.of(draining.look());
            case BackendState.Disabled disabled -> Optional.empty();
        };
    }

    /** As they were when it last answered. */
    public Optional<Capabilities> capabilities() {
        return Optional.ofNullable(lastSeen);
    }

    /** The first that it computes on, as it was when it last answered. */
    public Optional<SystemStats.Device> device() {
        return capabilities().flatMap(known -> known.stats().devices().stream().findFirst());
    }
}
