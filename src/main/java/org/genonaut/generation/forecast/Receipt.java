package org.genonaut.generation.forecast;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told of a waiting job.
 *
 * @param position null when it has none, such as while it is paused
 * @param starts null when nobody can say
 */
public record Receipt(@Nullable Position position, @Nullable Starting starts, Why why) {

    /** @param number 1 is next; when not exact, so many at least */
    public record Position(int number, boolean exact) {

        static final int EXACT = 1_000;

        static Position after(int before) {
            return before < EXACT ? new Position(before + 1, true) : new Position(EXACT, false);
        }
    }

    /** Four of five jobs begin within this. */
    public record Starting(Instant earliest, Instant latest) {}
}
