package org.genonaut.account.limit;

import java.time.Instant;
import java.util.Optional;

/**
 * A quota that does not allow what is asked for.
 *
 * @param used so far, with what is expected of open jobs
 * @param asked beside that
 * @param possibleAt when it would be allowed, if nothing else is asked for; empty when it is more than the whole quota
 * @param nothingUntil when anything would be allowed; empty when something is now
 */
public record Exceeded(
        Kind kind,
        double used,
        long limit,
        double asked,
        Optional<Instant> possibleAt,
        Optional<Instant> nothingUntil) {

    /** Which quota. */
    public enum Kind {
        IMAGES_PER_HOUR,
        GPU_SECONDS_PER_DAY,
        GPU_SECONDS_PER_MONTH
    }
}
