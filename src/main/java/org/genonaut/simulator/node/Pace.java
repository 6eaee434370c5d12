package org.genonaut.simulator.node;

import java.time.Duration;
import org.genonaut.simulator.time.SimulatorTime;

/**
 * How long pretended work takes. Work is due at moments counted from the beginning of a prompt, so that neither real
 * work nor one long advance of a manual time moves what comes after it.
 */
final class Pace {
    private final SimulatorTime time;
    private Duration due = Duration.ZERO;

    Pace(SimulatorTime time) {
        this.time = time;
    }

    /** A prompt begins now. */
    void begin() {
        due = time.now();
    }

    /** Lets time pass for work of this many seconds at normal speed. */
    void work(double seconds) throws InterruptedException {
        due = due.plus(time.ofWork(seconds));
        time.await(due);
    }
}
