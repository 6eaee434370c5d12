package org.genonaut.generation.run;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** How long it lately took from a claim until its backend had the prompt. */
@Component
class QueueingTime {

    private static final double WEIGHT_OF_LATEST = 0.2;

    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    /** A claim that takes ten times as long as usual still comes in time. */
    private static final int MARGIN = 10;

    private double millis;

    synchronized void took(Duration duration) {
        millis += WEIGHT_OF_LATEST * (duration.toMillis() - millis);
    }

    /** So long before a backend has nothing to do its next job is to be made ready there. */
    synchronized Duration lead() {
        var usual = Duration.ofMillis(Math.round(MARGIN * millis));
        return usual.compareTo(AT_LEAST) > 0 ? usual : AT_LEAST;
    }
}
