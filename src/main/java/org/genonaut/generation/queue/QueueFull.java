package org.genonaut.generation.queue;

/** An account would have more open jobs than it may have. */
public final class QueueFull extends RuntimeException {

    QueueFull(int open, int limit) {
        super(open + " of " + limit + " jobs are open");
    }
}
