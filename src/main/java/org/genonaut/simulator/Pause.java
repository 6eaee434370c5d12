package org.genonaut.simulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A place where the worker stands still until a script lets it go on. */
public final class Pause {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    Pause() {}

    /**
     * Waits until the worker stands here.
     *
     * @throws IllegalStateException if it does not come within 20 seconds
     */
    public void awaitReached() {
        try {
            if (!reached.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The simulated worker did not come here");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the simulated worker", e);
        }
    }

    /** Lets the worker go on; if it has not come yet, it will not stop here. */
    public void release() {
        released.countDown();
    }

    void stand() throws InterruptedException {
        reached.countDown();
        released.await();
    }
}
