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
import org.genonaut.generation.forecast.QueueReading.Memory;
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

    /** What only waits at a server began nothing; what began before we noted that, began when the one before it ended. */
    private static final String RUNNING = """
            select s.backend_id, j.id, j.base_model_id, j.work, greatest(0, coalesce(timestampdiff(microsecond,
                coalesce(a.started_at, greatest(a.posted_at, coalesce((select max(e.ended_at)
                  from generation_attempt e where e.backend_id = s.backend_id), a.posted_at))),
                utc_timestamp(6)), 0)) / 1e6 elapsed,
              (select p.base_model_id from generation_attempt e join generation_job p on p.id = e.job_id
                where e.backend_id = s.backend_id and e.ended_at is not null
                order by e.ended_at desc limit 1) model_before
              from backend_slot s
              join generation_job j on j.id = s.job_id
              join generation_attempt a on a.job_id = j.id and a.claim_token = j.claim_token
             order by a.started_at is null, a.posted_at is null, a.posted_at, a.created_at""";

    private static final String HELD = """
            select j.id, j.request_id, j.account_id, j.status, j.not_before, a.outcome
              from generation_job j force index (ix_order)
              left join generation_attempt a on a.job_id = j.id and a.number = j.attempts
             where j.status in ('backing_off', 'paused') order by j.status, j.tag, j.id limit 10000""";

    private static final String MEMORY = """
            select id, loaded_model_id, passed_job_id,
              coalesce(timestampdiff(microsecond, passed_since, utc_timestamp(6)), 0) / 1e6 passed_for from backend""";

    private static final String IMAGES = """
            select account_id, count(*) images from generation_image where id >= ? group by account_id""";

    private final JdbcClient jdbc;

    QueueReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    QueueReading read() {
        var at = jdbc.sql("select utc_timestamp(6)").query(Instant.class).single();
        var running = running();
        var runs = running.values().stream()
                .flatMap(List::stream)
                .map(Running::job)
                .collect(toSet());
        // Read after those that run: one that was taken meanwhile is in neither, and then asked for again soon.
        var queue = waiting(runs::contains);
        return new QueueReading(at, queue, queue.byId(), running, held(), pools(), memory(), images(at), files(queue));
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

    private record OfBackend(UUID backend, Running running) {}

    private Map<UUID, List<Running>> running() {
        return jdbc
                .sql(RUNNING)
                .query((row, number) -> new OfBackend(
                        row.getObject("backend_id", UUID.class),
                        new Running(
                                row.getObject("id", UUID.class),
                                row.getObject("base_model_id", UUID.class),
                                row.getDouble("work"),
                                row.getDouble("elapsed"),
                                row.getObject("model_before", UUID.class))))
                .list()
                .stream()
                .collect(groupingBy(OfBackend::backend, mapping(OfBackend::running, toList())));
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

    private record Pool(UUID backend, int pool) {}

    private Map<UUID, Set<Integer>> pools() {
        return jdbc
                .sql("select backend_id, pool_id from backend_pool")
                .query((row, number) -> new Pool(row.getObject(1, UUID.class), row.getInt(2)))
                .list()
                .stream()
                .collect(groupingBy(Pool::backend, mapping(Pool::pool, toSet())));
    }

    private record OfMemory(UUID backend, Memory memory) {}

    private Map<UUID, Memory> memory() {
        return jdbc
                .sql(MEMORY)
                .query((row, number) -> new OfMemory(
                        row.getObject("id", UUID.class),
                        new Memory(
                                row.getObject("loaded_model_id", UUID.class),
                                row.getObject("passed_job_id", UUID.class),
                                row.getDouble("passed_for"))))
                .list()
                .stream()
                .collect(toMap(OfMemory::backend, OfMemory::memory));
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
