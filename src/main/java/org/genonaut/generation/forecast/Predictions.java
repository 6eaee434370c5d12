package org.genonaut.generation.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers what was first said of some jobs, and tells the calibration when they really began. Only of those that receipts
 * are about: the last of twelve is much less certain than the first.
 */
@Component
class Predictions {

    private static final int MOST = 500;

    private static final String BEGAN = """
            select j.id, j.status, coalesce(a.started_at, a.ended_at - interval a.run_ms * 1000 microsecond) began
              from generation_job j left join generation_attempt a on a.job_id = j.id and a.number = 1
             where j.id in (:jobs)""";

    private final JdbcClient jdbc;
    private final Calibration calibration = new Calibration();
    private final Map<UUID, Prediction> open = new HashMap<>();
    private long newest;

    Predictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Prediction(Instant expected, double deviation) {

        double miss(Instant began) {
            return Duration.between(expected, began).toMillis() / 1000.0 / deviation;
        }
    }

    Calibration.Bounds bounds() {
        return calibration.bounds();
    }

    /** What is said now of jobs that are new, and what became of those that wait no more. */
    synchronized void follow(Projection projection) {
        if (projection.reading().paused()) {
            // How long nobody can say, so nothing is learned of it.
            open.clear();
            return;
        }
        settle(projection);
        remember(projection);
    }

    private void remember(Projection projection) {
        var reading = projection.reading();
        long before = newest;
        for (int job = 0; job < reading.queue().size; job++) {
            long since = reading.queue().since(job);
            if (since > before && open.size() < MOST && projection.isFirst(job) && projection.isTaken(job)) {
                var expected = reading.at().plusMillis(Math.round(projection.expected(job) * 1000));
                open.putIfAbsent(reading.queue().id(job), new Prediction(expected, projection.deviation(job)));
            }
            newest = Math.max(newest, since);
        }
    }

    private record Began(UUID job, boolean isOpen, @Nullable Instant at) {}

    private void settle(Projection projection) {
        var gone = open.keySet().stream()
                .filter(job -> projection.ofJob(job).isEmpty())
                .toList();
        if (gone.isEmpty()) {
            return;
        }
        var found = jdbc.sql(BEGAN)
                .param("jobs", gone)
                .query((row, number) -> new Began(
                        row.getObject("id", UUID.class),
                        row.getString("status").equals("processing"),
                        row.getObject("began", Instant.class)))
                .list();
        for (var began : found) {
            var at = began.at();
            if (at != null || !began.isOpen()) {
                var prediction = open.remove(began.job());
                if (at != null && prediction != null) {
                    calibration.learn(prediction.miss(at));
                }
            }
        }
    }
}
