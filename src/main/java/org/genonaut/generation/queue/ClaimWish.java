package org.genonaut.generation.queue;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.genonaut.backend.BackendId;

/**
 * What a backend could do next.
 *
 * @param mostHeld how many jobs it may hold already: 0 for one that shall be idle, 1 to make the next ready beside the one
 *     that runs
 * @param vram of its card in bytes; 0 when unknown
 * @param load how long it loads a base model: a job of the loaded one may go first if that is all it gains
 * @param sparesLoads whether it wants only a job whose model is loaded
 */
public record ClaimWish(
        BackendId backend, int mostHeld, long vram, Function<UUID, Duration> load, boolean sparesLoads) {

    public ClaimWish {
        if (mostHeld < 0 || vram < 0) {
            throw new IllegalArgumentException("A wish has no negative figures");
        }
    }

    public static ClaimWish of(BackendId backend, int mostHeld, long vram, Function<UUID, Duration> load) {
        return new ClaimWish(backend, mostHeld, vram, load, false);
    }

    /** The same, for nothing but a job whose model is loaded: before another backend has to load it. */
    public ClaimWish sparing() {
        return new ClaimWish(backend, mostHeld, vram, load, true);
    }

    /** For whatever is next, also beside one that runs. */
    public static ClaimWish any(BackendId backend) {
        return of(backend, 1, 0, model -> Duration.ZERO);
    }
}
