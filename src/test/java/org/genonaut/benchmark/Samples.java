package org.genonaut.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Durations of one kind, in milliseconds. */
final class Samples {

    private final List<Double> millis = new ArrayList<>();

    interface Act {
        void run() throws Exception;
    }

    void time(Act act) throws Exception {
        long begin = System.nanoTime();
        act.run();
        add((System.nanoTime() - begin) / 1e6);
    }

    synchronized void add(double duration) {
        millis.add(duration);
    }

    synchronized double at(double quantile) {
        var sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(Math.floor(quantile * sorted.size()))));
    }

    double p50() {
        return at(0.5);
    }

    double p95() {
        return at(0.95);
    }
}
