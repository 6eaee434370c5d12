package org.genonaut.generation.queue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells the dispatcher of this node that something may be claimed. */
@Component
public class Wakeup {

    private final Semaphore signals = new Semaphore(0);

    public void wake() {
        signals.release();
    }

    /** Waits for a signal, or for so long at most: other nodes cannot signal us. */
    public void await(Duration atMost) throws InterruptedException {
        if (signals.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }
}
