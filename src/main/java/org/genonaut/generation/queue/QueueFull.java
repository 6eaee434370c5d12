package org.genonaut.generation.queue;

/** An account would have more open jobs than it may have. */
public final class QueueFull extends RuntimeException {

    private final int open;

    QueueFull(int open, int limit) {
        super(open + " of " + limit + " jobs are open");
        this.open = open;
    }

    /** How many it has already. */
    public int open() {
        return open;
    }
}
