package org.genonaut.generation.forecast;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.genonaut.generation.forecast.QueueReading.Held;
import org.genonaut.generation.forecast.QueueReading.Running;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the whole queue by a handful of queries, the waiting jobs as a stream. */
@Repository
class QueueReader {

    private static final int ROWS_AT_ONCE = 2_000;
    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final String WAITING = """
            select id, request_id, account_id, base_model_id, pool_id, requirement_id, coalesce(min_vram, -1) min_vram,
              tag, work
              from generation_job force index (ix_order) where status = 'waiting' order by tag, id""";

    private static final String HELD = """
            select j.id, j.request_id, j.account_id, j.status, j.not_before, a.outcome
              from generation_job j force index (ix_order)
              left join generation_attempt a on a.job_id = j.id and a.number = j.attempts
             where j.status in ('backing_off', 'paused') order by j.status, j.tag, j.id limit 10000""";

    private static final String IMAGES = """
            select account_id, count(*) images from generation_image where id >= ? group by account_id""";

    private final JdbcClient jdbc;
    private final BackendReader backends;

    QueueReader(JdbcClient jdbc, BackendReader backends) {
        this.jdbc = jdbc;
        this.backends = backends;
    }

    QueueReading read() {
        var at = jdbc.sql("select utc_timestamp(6)").query(Instant.class).single();
        var running = backends.running();
        var runs = running.values().stream()
                .flatMap(List::stream)
                .map(Running::job)
                .collect(toSet());
        // Read after those that run: one that was taken meanwhile is in neither, and then asked for again soon.
        var queue = waiting(runs::contains);
        return new QueueReading(
                at,
                jdbc.sql("select exists (select 1 from queue_pause)")
                        .query(Boolean.class)
                        .single(),
                queue,
                queue.byId(),
                running,
                held(),
                backends.pools(),
                backends.memory(),
                images(at),
                files(queue));
    }

    private Queue waiting(Predicate<UUID> runs) {
        var queue = new Queue();
        jdbc.sql(WAITING).withFetchSize(ROWS_AT_ONCE).query(row -> {
            var job = job(row);
            if (!runs.test(job.id())) {
                queue.add(job);
            }
        });
        return queue;
    }

    private static Queue.Job job(ResultSet row) throws SQLException {
        return new Queue.Job(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                new Queue.Group(row.getInt(5), row.getLong(7)),
                row.getInt(6),
                row.getDouble(8),
                row.getDouble(9));
    }

    private List<Held> held() {
        return jdbc.sql(HELD)
                .query((row, number) -> new Held(
                        row.getObject("id", UUID.class),
                        row.getObject("request_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getString("status").equals("paused"),
                        row.getObject("not_before", Instant.class),
                        row.getString("outcome")))
                .list();
    }

    private record Images(UUID account, int images) {}

    /** Ids are in order of time, so the latest lie together. */
    private Map<UUID, Integer> images(Instant now) {
        var since = new UUID(now.minus(LATELY).toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE);
        return jdbc
                .sql(IMAGES)
                .param(since)
                .query((row, number) -> new Images(row.getObject(1, UUID.class), row.getInt(2)))
                .list()
                .stream()
                .collect(toMap(Images::account, Images::images));
    }

    private record OfRequirement(int requirement, UUID file) {}

    private Map<Integer, List<UUID>> files(Queue queue) {
        var unserved = unserved(queue);
        if (unserved.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select requirement_id, file_id from requirement_file where requirement_id in (:requirements)")
                .param("requirements", unserved)
                .query((row, number) -> new OfRequirement(row.getInt(1), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(groupingBy(OfRequirement::requirement, mapping(OfRequirement::file, toList())));
    }

    private static Set<Integer> unserved(Queue queue) {
        var unserved = new HashSet<Integer>();
        for (int job = 0; job < queue.size; job++) {
            if (queue.groups.value(queue.group[job]).pool() == Queue.NOBODY) {
                unserved.add(queue.requirements.value(queue.requirement[job]));
            }
        }
        return unserved;
    }
}
