package org.genonaut.generation.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.genonaut.backend.BackendId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the last hour came to, by one statement. */
@Repository
class HourReader {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final String READ = """
            select (select count(*) from generation_image where id >= :since) images,
              (select coalesce(sum(case when a.run_ms > 0 then a.run_ms
                  else timestampdiff(microsecond, a.started_at, coalesce(a.ended_at, utc_timestamp(6))) / 1000 end), 0)
                from generation_attempt a
                where a.backend_id in (:backends) and a.started_at is not null
                  and (a.ended_at > utc_timestamp(6) - interval 1 hour or a.ended_at is null)) busy_ms,
              (select distinct median(timestampdiff(microsecond, j.created_at, j.started_at) / 1000) over ()
                from generation_attempt a join generation_job j on j.id = a.job_id and a.number = 1
                where a.backend_id in (:backends) and a.ended_at > utc_timestamp(6) - interval 1 hour
                  and j.started_at is not null) wait_ms""";

    private final JdbcClient jdbc;

    HourReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LastHour read(Collection<BackendId> backends) {
        if (backends.isEmpty()) {
            return new LastHour(0, 0, null);
        }
        var now = jdbc.sql("select utc_timestamp(6)").query(Instant.class).single();
        return jdbc.sql(READ)
                .param("since", firstId(now.minus(HOUR)))
                .param("backends", backends.stream().map(BackendId::value).toList())
                .query((row, number) -> new LastHour(
                        row.getLong("images"),
                        Math.clamp(row.getDouble("busy_ms") / (HOUR.toMillis() * backends.size()), 0, 1),
                        millis(row.getObject("wait_ms", Double.class))))
                .single();
    }

    private static @Nullable Duration millis(@Nullable Double millis) {
        return millis == null ? null : Duration.ofMillis(Math.max(0, Math.round(millis)));
    }

    /** Ids are in order of time, so the latest lie together. */
    private static UUID firstId(Instant since) {
        return new UUID(since.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE);
    }
}
