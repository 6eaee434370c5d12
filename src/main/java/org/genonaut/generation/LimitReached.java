package org.genonaut.generation;

/** An account would have more than it may have. */
public abstract sealed class LimitReached extends RuntimeException permits TooManyOpenJobs, QuotaExceeded {

    LimitReached(String message) {
        super(message);
    }
}
