package org.genonaut.generation.lane;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.lane.LaneBlock.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what backends ran and run, never what was asked for in words. */
@Repository
class LaneReader {

    static final int MOST_OF_A_LANE = 500;

    private static final String COLUMNS = """
            select a.id, a.backend_id, coalesce(a.started_at, a.posted_at, a.created_at) started, a.ended_at,
              coalesce(a.load_ms, 0) load_ms, a.outcome, j.account_id, p.display_name, j.base_model_id, j.work,
              r.batch_size, g.phase, coalesce(g.fraction, 0) fraction
            """;

    private static final String OF_PEOPLE = """
              join generation_job j on j.id = a.job_id
              join generation_request r on r.id = j.request_id
              join account p on p.id = j.account_id
            """;

    /** The latest of each backend, of those that had something to run. */
    private static final String PAST = COLUMNS + """
              from (select e.*, row_number() over (partition by e.backend_id order by e.ended_at desc) place
                      from generation_attempt e
                     where e.backend_id in (:backends) and e.ended_at > utc_timestamp(6) - interval :seconds second
                       and (e.started_at is not null or e.outcome not in ('cancelled', 'taken_back'))) a
            """ + OF_PEOPLE + """
              left join job_progress g on false
             where a.place <= :most order by a.ended_at""";

    /** One that is only ready at its server does not run yet. */
    private static final String PRESENT = COLUMNS + " from generation_attempt a\n" + OF_PEOPLE + """
              left join job_progress g on g.job_id = j.id
             where a.backend_id in (:backends) and a.ended_at is null and a.started_at is not null
             order by a.started_at limit 200""";

    private final JdbcClient jdbc;

    LaneReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Instant now() {
        return jdbc.sql("select utc_timestamp(6)").query(Instant.class).single();
    }

    List<StoredRun> past(Collection<BackendId> backends, Duration lately) {
        return jdbc.sql(PAST)
                .param("backends", values(backends))
                .param("seconds", lately.toSeconds() + 1)
                .param("most", MOST_OF_A_LANE)
                .query((row, number) -> run(row))
                .list();
    }

    List<StoredRun> present(Collection<BackendId> backends) {
        return jdbc.sql(PRESENT)
                .param("backends", values(backends))
                .query((row, number) -> run(row))
                .list();
    }

    private static List<UUID> values(Collection<BackendId> backends) {
        return backends.stream().map(BackendId::value).toList();
    }

    /** Whose and how many pictures each job of these is. */
    Map<GenerationId, Asked> asked(Collection<GenerationId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select r.id, r.batch_size, r.account_id, p.display_name from generation_request r"
                        + " join account p on p.id = r.account_id where r.id in (:ids)")
                .param("ids", ids.stream().map(GenerationId::value).toList())
                .query((row, number) -> new Asked(
                        new GenerationId(row.getObject("id", UUID.class)), person(row), row.getInt("batch_size")))
                .list()
                .stream()
                .collect(Collectors.toMap(Asked::id, asked -> asked));
    }

    record Asked(GenerationId id, Person person, int images) {}

    private static Person person(ResultSet row) throws SQLException {
        return new Person(new AccountId(row.getObject("account_id", UUID.class)), row.getString("display_name"));
    }

    private static StoredRun run(ResultSet row) throws SQLException {
        return new StoredRun(
                row.getObject("id", UUID.class),
                new BackendId(row.getObject("backend_id", UUID.class)),
                row.getObject("started", Instant.class),
                row.getObject("ended_at", Instant.class),
                row.getLong("load_ms"),
                row.getString("outcome"),
                person(row),
                row.getObject("base_model_id", UUID.class),
                row.getDouble("work"),
                row.getInt("batch_size"),
                row.getString("phase"),
                row.getDouble("fraction"));
    }
}
