package org.genonaut.simulator.run;

import java.time.Duration;

/** How long pretended work takes. */
final class Pace {
    private final double speed;

    /** @param speed how many times as fast as a good graphics card */
    Pace(double speed) {
        this.speed = speed;
    }

    /** Lets time pass for work of this many seconds at normal speed. */
    void work(double seconds) throws InterruptedException {
        var nanos = (long) (seconds / speed * 1e9);
        // A pause of microseconds would only measure the scheduler.
        if (nanos > 100_000) {
            Thread.sleep(Duration.ofNanos(nanos));
        }
    }
}
