package org.genonaut.generation.queue;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what becomes of each POST to a ComfyUI, and knows those of which that is not certain yet. */
@Component
public class Attempts {

    private static final int MAX_DETAILS = 4000;

    /** A server's history is long, but no longer than this is anybody interested. */
    private static final String WORTH_A_LOOK = "utc_timestamp(6) - interval 1 day";

    private static final String UNSETTLED = Claims.OF_ATTEMPTS + """
             where a.unsettled and a.backend_id in (:backends) and a.created_at > %s
             order by a.created_at limit 50""".formatted(WORTH_A_LOOK);

    private static final String CRASHES = """
            select count(*) crashes, count(distinct backend_id) backends from generation_attempt
             where job_id = :job and (id = :attempt or started_at is not null and outcome in ('lost', 'unreachable'))""";

    private final QueueDatabase database;

    Attempts(QueueDatabase database) {
        this.database = database;
    }

    /** How often a server went away while it worked on a job, and how many servers. */
    public record Crashes(int count, int backends) {}

    /** Its server was seen at work on it. */
    public void started(Claim claim) {
        database.inStatement(jdbc -> jdbc.sql(
                        "update generation_attempt set started_at = coalesce(started_at, utc_timestamp(6)) where id = ?")
                .param(claim.attempt().id())
                .update());
    }

    /** With this attempt, which has just crashed. */
    public Crashes crashes(Claim claim) {
        return database.jdbc()
                .sql(CRASHES)
                .param("job", claim.job().value())
                .param("attempt", claim.attempt().id())
                .query((row, number) -> new Crashes(row.getInt("crashes"), row.getInt("backends")))
                .single();
    }

    /** How often a job has been tried, without those attempts that were taken back from a server. */
    public int tries(JobId job) {
        return database.jdbc()
                .sql(
                        "select count(*) from generation_attempt where job_id = ? and coalesce(outcome, '') <> 'taken_back'")
                .param(job.value())
                .query(Integer.class)
                .single();
    }

    /** The oldest attempts whose prompt may have ended at one of these servers without our knowing; at most 50. */
    public List<Claim> unsettled(Collection<UUID> backends) {
        if (backends.isEmpty()) {
            return List.of();
        }
        return database.jdbc()
                .sql(UNSETTLED)
                .param("backends", backends)
                .query((row, number) -> Claims.read(row))
                .list();
    }

    /** Nothing more is to be expected of it. */
    public void settle(Claim claim) {
        database.inStatement(jdbc -> jdbc.sql("update generation_attempt set unsettled = false where id = ?")
                .param(claim.attempt().id())
                .update());
    }

    static void end(JdbcClient jdbc, Claim claim, String outcome, @Nullable String details, boolean unsettled) {
        jdbc.sql("update generation_attempt set ended_at = utc_timestamp(6), outcome = ?, details = ?, unsettled = ?"
                        + " where id = ?")
                .param(outcome)
                .param(cut(details))
                .param(unsettled)
                .param(claim.attempt().id())
                .update();
    }

    static void measure(JdbcClient jdbc, Claim claim, Measured measured) {
        jdbc.sql("update generation_attempt set run_ms = ?, load_ms = ?, cached = ? where id = ?")
                .params(
                        measured.run().toMillis(),
                        measured.load().toMillis(),
                        measured.cached(),
                        claim.attempt().id())
                .update();
    }

    static @Nullable String cut(@Nullable String details) {
        return details == null || details.length() <= MAX_DETAILS ? details : details.substring(0, MAX_DETAILS);
    }
}
