package org.genonaut.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What became of promises.
 *
 * @param widths of the ranges, in seconds
 * @param places how far the places in the queue were from how many began before
 */
record Kept(int inside, int early, int late, List<Double> widths, List<Double> places) {

    /** One job of a request began. */
    record Start(UUID request, Instant at) {}

    /** @param starts in their order */
    static Kept of(List<Promise> promises, List<Start> starts) {
        int inside = 0;
        int early = 0;
        int late = 0;
        var widths = new ArrayList<Double>();
        var places = new ArrayList<Double>();
        for (var promise : promises) {
            var receipt = promise.receipt();
            var range = receipt == null ? null : receipt.starts();
            if (receipt == null || range == null) {
                continue;
            }
            var began = starts.stream()
                    .filter(start -> start.request().equals(promise.request()))
                    .findFirst()
                    .orElseThrow()
                    .at();
            early += began.isBefore(range.earliest()) ? 1 : 0;
            late += began.isAfter(range.latest()) ? 1 : 0;
            inside += !began.isBefore(range.earliest()) && !began.isAfter(range.latest()) ? 1 : 0;
            widths.add(Duration.between(range.earliest(), range.latest()).toMillis() / 1e3);
            var position = receipt.position();
            if (position != null) {
                long before = starts.stream()
                        .filter(start ->
                                start.at().isAfter(promise.at()) && start.at().isBefore(began))
                        .count();
                places.add((double) Math.abs(position.number() - 1 - before));
            }
        }
        return new Kept(inside, early, late, widths, places);
    }

    String text() {
        return "%.0f %% of %d (%d early, %d late); median range %.1f s; median error of the place %.0f"
                .formatted(100.0 * inside / widths.size(), widths.size(), early, late, median(widths), median(places));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }
}
