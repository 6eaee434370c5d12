package org.genonaut.account.limit;

/** How much of something is possible in some time. */
public sealed interface Quota {

    /** As configuration writes the absence of a bound. */
    String NO_BOUND = "unlimited";

    Quota UNLIMITED = new Unlimited();

    /** As much as anybody likes. */
    record Unlimited() implements Quota {}

    /** @param amount at least 1 */
    record AtMost(long amount) implements Quota {

        public AtMost {
            if (amount < 1) {
                throw new IllegalArgumentException("A quota is at least 1, or " + NO_BOUND);
            }
        }
    }

    static Quota atMost(long amount) {
        return new AtMost(amount);
    }

    /**
     * Reads a whole number or {@value #NO_BOUND}; configuration is bound by this.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Quota of(String text) {
        if (text.strip().equals(NO_BOUND)) {
            return UNLIMITED;
        }
        try {
            return atMost(Long.parseLong(text.strip()));
        } catch (NumberFormatException other) {
            throw new IllegalArgumentException("A quota is a whole number, or " + NO_BOUND, other);
        }
    }

    default boolean allows(double amount) {
        return switch (this) {
            case Unlimited() -> true;
            case AtMost(long most) -> amount <= most;
        };
    }

    /** Whichever of the two allows more. */
    default Quota orMore(Quota other) {
        return switch (this) {
            case Unlimited() -> this;
            case AtMost(long most) -> other.allows(most) ? other : this;
        };
    }
}
