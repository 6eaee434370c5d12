package org.genonaut.account.limit;

import java.time.Instant;
import java.util.Optional;

/**
 * What is spent of one quota.
 *
 * @param used so far
 * @param expected of what is open, beside that
 * @param resetsAt when more is possible, or as long as it is possible now, when less will count as used; empty when nothing does
 */
public record Spent(double used, double expected, Quota limit, Optional<Instant> resetsAt) {

    /** How much of it is used or expected, from 0 to 1; 0 without a limit. */
    public double fraction() {
        return switch (limit) {
            case Quota.Unlimited() -> 0;
            case Quota.AtMost(long most) -> Math.min((used + expected) / most, 1);
        };
    }
}
