package org.genonaut.generation;

/** An account has as many open jobs as it may have. */
public final class TooManyOpenJobs extends LimitReached {

    private final int limit;

    TooManyOpenJobs(int limit, Throwable cause) {
        super("At most " + limit + " prompts may wait or run at once");
        initCause(cause);
        this.limit = limit;
    }

    public int limit() {
        return limit;
    }
}
