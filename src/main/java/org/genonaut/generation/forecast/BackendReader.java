package org.genonaut.generation.forecast;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.genonaut.generation.forecast.QueueReading.Memory;
import org.genonaut.generation.forecast.QueueReading.Running;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what each backend runs, could run and remembers. */
@Repository
class BackendReader {

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

    private static final String MEMORY = """
            select id, loaded_model_id, passed_job_id,
              coalesce(timestampdiff(microsecond, passed_since, utc_timestamp(6)), 0) / 1e6 passed_for from backend""";

    private final JdbcClient jdbc;

    BackendReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record OfBackend(UUID backend, Running running) {}

    Map<UUID, List<Running>> running() {
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

    private record Pool(UUID backend, int pool) {}

    Map<UUID, Set<Integer>> pools() {
        return jdbc
                .sql("select backend_id, pool_id from backend_pool")
                .query((row, number) -> new Pool(row.getObject(1, UUID.class), row.getInt(2)))
                .list()
                .stream()
                .collect(groupingBy(Pool::backend, mapping(Pool::pool, toSet())));
    }

    private record OfMemory(UUID backend, Memory memory) {}

    Map<UUID, Memory> memory() {
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
}
