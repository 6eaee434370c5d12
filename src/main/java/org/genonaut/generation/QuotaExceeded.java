package org.genonaut.generation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.genonaut.account.limit.Exceeded;

/** An account has spent its quota of images or of GPU time. */
public final class QuotaExceeded extends LimitReached {

    private final transient Exceeded exceeded;

    QuotaExceeded(Exceeded exceeded) {
        super(sentence(exceeded));
        this.exceeded = exceeded;
    }

    public Exceeded exceeded() {
        return exceeded;
    }

    private static String sentence(Exceeded exceeded) {
        var used = (long) Math.ceil(exceeded.used());
        var asked = (long) Math.ceil(exceeded.asked());
        return used + " of " + exceeded.limit() + " " + unit(exceeded) + "; "
                + exceeded.possibleAt()
                        .map(time -> asked + (asked == 1 ? " more is" : " more are") + " possible at " + whole(time))
                        .orElseGet(() -> asked + " at once are never possible"
                                + exceeded.nothingUntil()
                                        .map(time -> ", fewer at " + whole(time))
                                        .orElse(""));
    }

    private static Instant whole(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String unit(Exceeded exceeded) {
        return switch (exceeded.kind()) {
            case IMAGES_PER_HOUR -> "images this hour";
            case GPU_SECONDS_PER_DAY -> "GPU seconds today, with what your open prompts are expected to take";
            case GPU_SECONDS_PER_MONTH -> "GPU seconds this month, with what your open prompts are expected to take";
        };
    }
}
