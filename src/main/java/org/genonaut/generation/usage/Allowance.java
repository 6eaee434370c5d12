package org.genonaut.generation.usage;

import java.util.Optional;
import org.genonaut.account.limit.Exceeded;
import org.genonaut.account.limit.Limits;
import org.genonaut.account.limit.WhenExceeded;
import org.jspecify.annotations.Nullable;

/** What an account may have, and how much of its quotas it has spent at one moment. */
public final class Allowance {

    private final Limits limits;
    private final @Nullable Spending spending;

    private Allowance(Limits limits, @Nullable Spending spending) {
        this.limits = limits;
        this.spending = spending;
    }

    /** Of an account without quotas, or of which it does not matter what it has spent. */
    public static Allowance unspent(Limits limits) {
        return new Allowance(limits, null);
    }

    static Allowance of(Limits limits, Spending spending) {
        return new Allowance(limits, spending);
    }

    public Limits limits() {
        return limits;
    }

    /**
     * The quota that stands longest in the way of so much more.
     *
     * @param gpuSeconds that all of it is expected to take
     */
    public Optional<Exceeded> exceeded(long images, double gpuSeconds) {
        return Optional.ofNullable(spending).flatMap(spent -> spent.exceeded(limits, images, gpuSeconds));
    }

    /** Whether what is above a quota waits longer instead of being refused. */
    public boolean hasSlowLane() {
        return limits.whenExceeded() == WhenExceeded.SLOW_LANE;
    }
}
