package org.genonaut.generation.run;

import java.time.Duration;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.fault.SwitchedOn;

/** Tells whether a server was asked for something: a fault that harms nobody and is used up by the first request. */
record Tripwire(Simulator server, SwitchedOn wire) {

    /** @param path the beginning of the paths that count, without {@code /api} */
    static Tripwire at(Simulator server, String path) {
        return new Tripwire(server, server.script().faults().switchOn(new Fault.Latency(Duration.ofNanos(1), path), 1));
    }

    boolean isTouched() {
        return server.script().faults().on().stream().noneMatch(on -> on.id() == wire.id());
    }
}
