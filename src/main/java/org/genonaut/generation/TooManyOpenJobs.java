package org.genonaut.generation;

import org.genonaut.generation.queue.QueueFull;

/** An account would have more open jobs than it may have. */
public final class TooManyOpenJobs extends LimitReached {

    private final int open;
    private final int limit;
    private final int asked;

    TooManyOpenJobs(QueueFull full, int limit, int asked) {
        super(full.open() + " of at most " + limit + " prompts wait or run; " + asked
                + (asked > limit
                        ? " at once are never possible"
                        : (asked == 1 ? " more is" : " more are") + " possible when some have ended"));
        initCause(full);
        this.open = full.open();
        this.limit = limit;
        this.asked = asked;
    }

    public int open() {
        return open;
    }

    public int limit() {
        return limit;
    }

    public int asked() {
        return asked;
    }

    /** Whether it will be possible when others have ended. */
    public boolean isForNow() {
        return asked <= limit;
    }
}
