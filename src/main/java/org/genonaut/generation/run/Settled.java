package org.genonaut.generation.run;

import java.time.Duration;

/**
 * Whether what others have left may be judged by its age. While the database is away nobody can renew a lease: whoever
 * comes back first leaves the others the time to do so.
 */
final class Settled {

    private final Duration grace;
    private boolean away;
    private long since = System.nanoTime();
    private boolean everAway;

    /** @param grace after an outage */
    Settled(Duration grace) {
        this.grace = grace;
    }

    synchronized void succeeded() {
        if (away) {
            away = false;
            since = System.nanoTime();
        }
    }

    synchronized void failed() {
        away = true;
        everAway = true;
    }

    synchronized boolean isSettled() {
        return !away && (!everAway || System.nanoTime() - since >= grace.toNanos());
    }
}
