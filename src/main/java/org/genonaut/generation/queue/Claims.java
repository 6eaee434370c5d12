package org.genonaut.generation.queue;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives the fairest job that a backend can run to whoever asks first: the slot is locked, the job is taken by
 * compare-and-set, and attempt and slot are written before anything is sent.
 */
@Component
public class Claims {

    /** The head of each pool of the backend, read without locks; a head that somebody else takes is passed over. */
    private static final String CANDIDATES = """
            select j.id, j.request_id from backend_pool p join generation_job j on j.id =
              (select x.id from generation_job x force index (ix_claim)
                where x.status = 'waiting' and x.pool_id = p.pool_id order by x.tag, x.id limit 1)
             where p.backend_id = ? order by j.tag, j.id limit 4""";

    private static final String TAKE = """
            update generation_job set status = 'processing', claim_token = ?, attempts = attempts + 1,
              started_at = coalesce(started_at, utc_timestamp(6)) where id = ? and status = 'waiting'""";

    private static final String CLAIMED = """
            select j.id, j.request_id, j.account_id, j.number, j.seed, j.claim_token, j.base_model_id, j.work, j.cost, s.backend_id, a.id attempt_id,
              a.number attempt_number, a.prompt_id, a.client_id, a.filename_prefix
              from generation_job j
              join backend_slot s on s.job_id = j.id
              join generation_attempt a on a.job_id = j.id and a.claim_token = j.claim_token
             where j.id = ?""";

    private final QueueDatabase database;
    private final Clock clock;

    Claims(QueueDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The next job for a backend, if it has a free slot and something waits that it can run. */
    public Optional<Claim> claim(BackendId backend) {
        return database.inTransaction(jdbc -> claim(jdbc, backend.value()));
    }

    private Optional<Claim> claim(JdbcClient jdbc, UUID backend) {
        var slot = jdbc.sql("select slot_no from backend_slot where backend_id = ? and job_id is null"
                        + " order by slot_no limit 1 for update skip locked")
                .param(backend)
                .query(Integer.class)
                .optional();
        if (slot.isEmpty()) {
            return Optional.empty();
        }
        var token = UUID.randomUUID();
        return candidates(jdbc, backend).stream()
                .filter(candidate -> candidate.take(jdbc, token))
                .findFirst()
                .map(candidate -> take(jdbc, backend, slot.get(), candidate, token));
    }

    private record Candidate(UUID job, UUID request) {

        /** Request before job, as everywhere: else a claim and a cancel could wait for each other. */
        boolean take(JdbcClient jdbc, UUID token) {
            RequestState.lock(jdbc, request);
            return jdbc.sql(TAKE).params(token, job).update() == 1;
        }
    }

    private static List<Candidate> candidates(JdbcClient jdbc, UUID backend) {
        return jdbc.sql(CANDIDATES)
                .param(backend)
                .query((row, number) ->
                        new Candidate(row.getObject("id", UUID.class), row.getObject("request_id", UUID.class)))
                .list();
    }

    private Claim take(JdbcClient jdbc, UUID backend, int slot, Candidate candidate, UUID token) {
        var job = candidate.job();
        jdbc.sql("update backend_slot set job_id = ?, lease_until = " + Leases.NEXT_END
                        + " where backend_id = ? and slot_no = ?")
                .params(job, backend, slot)
                .update();
        Flow.served(jdbc, job, backend);
        addAttempt(jdbc, backend, job, token);
        jdbc.sql("update generation_request set status = 'processing', started_at = utc_timestamp(6),"
                        + " updated_at = utc_timestamp(6) where id = ? and status = 'pending'")
                .param(candidate.request())
                .update();
        return claimed(jdbc, job, false);
    }

    /** An own prefix for each attempt: an identical graph would be answered from cache with the old file names. */
    private void addAttempt(JdbcClient jdbc, UUID backend, UUID job, UUID token) {
        var attempt = TimeOrderedId.next();
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql(
                        "insert into generation_attempt (id, job_id, number, backend_id, prompt_id, client_id, filename_prefix,"
                                + " claim_token, created_at) select ?, id, attempts, ?, ?, ?, ?, ?, utc_timestamp(6)"
                                + " from generation_job where id = ?")
                .params(
                        attempt,
                        backend,
                        UUID.randomUUID(),
                        UUID.randomUUID().toString(),
                        "genonaut/" + day + "/" + attempt,
                        token,
                        job)
                .update();
    }

    static Claim claimed(JdbcClient jdbc, UUID job, boolean resumed) {
        return jdbc.sql(CLAIMED)
                .param(job)
                .query((row, number) -> claim(row, resumed))
                .single();
    }

    private static Claim claim(ResultSet row, boolean resumed) throws SQLException {
        return new Claim(
                new JobId(row.getObject("id", UUID.class)),
                row.getObject("request_id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getInt("number"),
                new BigInteger(row.getString("seed")),
                new BackendId(row.getObject("backend_id", UUID.class)),
                row.getObject("base_model_id", UUID.class),
                row.getDouble("work"),
                row.getDouble("cost"),
                row.getObject("claim_token", UUID.class),
                new Claim.Attempt(
                        row.getObject("attempt_id", UUID.class),
                        row.getInt("attempt_number"),
                        row.getObject("prompt_id", UUID.class),
                        row.getString("client_id"),
                        row.getString("filename_prefix")),
                resumed);
    }
}
