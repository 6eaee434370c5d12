package org.genonaut.generation.queue;

import java.time.Duration;

/**
 * What an attempt took of its GPU.
 *
 * @param run from the first node to the last, with the load
 * @param load until the sampler's first step
 * @param cached whether the server had it all from an earlier run; then neither says anything of its speed
 */
public record Measured(Duration run, Duration load, boolean cached) {

    /** Nothing ran, or nothing is known of it. */
    public static final Measured NOTHING = new Measured(Duration.ZERO, Duration.ZERO, false);
}
