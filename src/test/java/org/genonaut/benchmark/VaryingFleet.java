package org.genonaut.benchmark;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.genonaut.simulator.Pause;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;

/** Simulators whose runs last as long as a log-normal distribution says: most 0.2 to 1.2 s. */
final class VaryingFleet implements AutoCloseable {

    private static final double MEDIAN_MILLIS = 500;
    private static final double SIGMA = 0.45;

    private final List<Simulator> simulators;
    private final Random random;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private volatile boolean closed;

    VaryingFleet(List<String> names, Random random) {
        this.random = random;
        simulators = names.stream()
                .map(name -> Simulator.start(SimulatorOptions.instant().withName(name)))
                .toList();
        simulators.forEach(simulator -> Thread.ofPlatform().daemon().start(() -> hold(simulator)));
    }

    /** Each run stands still once before its first step. */
    private void hold(Simulator simulator) {
        var pause = simulator.script().pauseAtNode("KSampler");
        while (!closed) {
            try {
                pause.awaitReached();
            } catch (IllegalStateException nobodyCameYet) {
                continue;
            }
            Pause now = pause;
            pause = simulator.script().pauseAtNode("KSampler");
            clock.schedule(now::release, length(), TimeUnit.MICROSECONDS);
        }
    }

    private synchronized long length() {
        return Math.round(1_000 * MEDIAN_MILLIS * Math.exp(SIGMA * random.nextGaussian()));
    }

    String urls() {
        return simulators.stream()
                .map(simulator -> simulator.name() + "=" + simulator.url())
                .collect(joining(","));
    }

    @Override
    public void close() {
        closed = true;
        simulators.forEach(Simulator::close);
        clock.shutdownNow();
    }
}
