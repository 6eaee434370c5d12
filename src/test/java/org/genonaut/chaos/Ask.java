package org.genonaut.chaos;

import java.time.Duration;
import java.util.Optional;

/**
 * What somebody wants, once.
 *
 * @param number by which it is recognised again, from 0
 * @param at since the beginning
 * @param cancelAfter the answer; empty for who waits
 */
record Ask(
        int number,
        String account,
        Duration at,
        int node,
        String checkpoint,
        int width,
        int height,
        int batchCount,
        int batchSize,
        int steps,
        long seed,
        Optional<Duration> cancelAfter) {

    private static final String MARK = "Ask ";

    /** No other prompt begins like this. */
    String mark() {
        return MARK + number + ":";
    }

    /** The number of the ask that a prompt is of. */
    static int numberIn(String prompt) {
        return Integer.parseInt(prompt.substring(MARK.length(), prompt.indexOf(':')));
    }

    String body() {
        return """
                {"prompt": "%s a lighthouse above the sea", "checkpoint_model": "%s", "width": %d, "height": %d,
                 "batch_count": %d, "batch_size": %d, "sampler_params": {"seed": %d, "steps": %d}}""".formatted(mark(), checkpoint, width, height, batchCount, batchSize, seed, steps);
    }
}
