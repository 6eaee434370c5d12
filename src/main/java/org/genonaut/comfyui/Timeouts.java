package org.genonaut.comfyui;

import java.time.Duration;

/**
 * How long we wait for a ComfyUI.
 *
 * @param connect longest wait for a connection
 * @param request longest wait for a whole answer, and for the next bytes of a file
 * @param standstill how long a prompt may run, or wait behind others, without anything changing at the server before it
 *     counts as stuck; longer than its slowest model takes to load
 */
public record Timeouts(Duration connect, Duration request, Duration standstill) {

    /** 5 seconds to connect, 30 seconds for an answer, 10 minutes without a change. */
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(10));

    public Timeouts {
        requirePositive(connect);
        requirePositive(request);
        requirePositive(standstill);
    }

    private static void requirePositive(Duration timeout) {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("A timeout is longer than nothing");
        }
    }
}
