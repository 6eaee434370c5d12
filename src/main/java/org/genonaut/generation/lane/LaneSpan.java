package org.genonaut.generation.lane;

import java.time.Duration;
import java.time.Instant;

/** How much time lanes show at once: three quarters of it are past, the rest is expected. */
public enum LaneSpan {
    FIVE_MINUTES(Duration.ofMinutes(5), Duration.ofMinutes(1)),
    TWENTY_MINUTES(Duration.ofMinutes(20), Duration.ofMinutes(2)),
    TWO_HOURS(Duration.ofHours(2), Duration.ofMinutes(15));

    private static final double PAST = 0.75;

    private final Duration length;
    private final Duration step;

    LaneSpan(Duration length, Duration step) {
        this.length = length;
        this.step = step;
    }

    public Duration length() {
        return length;
    }

    /** Between two marks of the axis. */
    public Duration step() {
        return step;
    }

    Instant from(Instant now) {
        return now.minusMillis(Math.round(length.toMillis() * PAST));
    }

    Instant until(Instant now) {
        return from(now).plus(length);
    }

    /** What nobody could see any more. */
    Duration hairline() {
        return length.dividedBy(250);
    }

    /** What nobody could tell from what stands beside it. */
    Duration tiny() {
        return length.dividedBy(100);
    }

    /** What has room for a name; the style sheets make no block that is expected narrower. */
    Duration readable() {
        return length.dividedBy(16);
    }
}
