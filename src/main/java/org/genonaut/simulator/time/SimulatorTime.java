package org.genonaut.simulator.time;

import java.time.Duration;

/** How time passes for a simulated server: all that it waits for goes through here. */
public sealed interface SimulatorTime permits ScaledTime, ManualTime {
    /**
     * Time by the wall clock, with faster or slower work.
     *
     * @param speed how many times as fast as a good graphics card, above 0
     */
    static SimulatorTime scaled(double speed) {
        return new ScaledTime(speed);
    }

    /** Time that stands still until it is advanced. */
    static ManualTime manual() {
        return new ManualTime();
    }

    /** How long work takes here. */
    Duration ofWork(double secondsAtNormalSpeed);

    /** How much time has passed since it began. */
    Duration now();

    /** Waits until a moment; returns at once if it has passed. */
    void await(Duration moment) throws InterruptedException;

    /** Runs a short task later, on some thread; soon, if the delay is not above zero. */
    void later(Duration delay, Runnable task);
}
