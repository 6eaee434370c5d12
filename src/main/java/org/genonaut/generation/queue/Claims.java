package org.genonaut.generation.queue;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
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

    /** What another node has locked is missing among them. */
    private static final String FREE_SLOTS = """
            select slot_no, (select count(job_id) from backend_slot where backend_id = :backend) held,
              (select count(*) from backend_slot where backend_id = :backend) slots
              from backend_slot where backend_id = :backend and job_id is null
             order by slot_no for update skip locked""";

    private static final String OUTLOOK = """
            select exists (select 1 from queue_pause) paused, exists (select 1 from generation_job force index (ix_claim)
              where status = 'waiting' and pool_id > 0 limit 1) waits""";

    /** Before its job is taken: request, flow, job is the order in which everybody locks. */
    private static final String LOCK = """
            select r.id from generation_request r straight_join queue_flow f on f.account_id = r.account_id
             where r.id = ? for update""";

    /** The account has been served up to the end of this job, and the time of the backend is the job's tag. */
    private static final String TAKE = """
            update generation_job j
              straight_join backend_slot s on s.backend_id = :backend and s.slot_no = :slot
              straight_join queue_flow f on f.account_id = j.account_id
              straight_join backend b on b.id = s.backend_id
              straight_join generation_request r on r.id = j.request_id
               set j.status = 'processing', j.claim_token = :token, j.attempts = j.attempts + 1,
                   j.started_at = coalesce(j.started_at, utc_timestamp(6)),
                   s.job_id = j.id, s.lease_until = %s,
                   f.served = greatest(f.served, j.tag + j.cost / (f.weight * j.lane)), f.version = f.version + 1,
                   b.virtual_time = greatest(b.virtual_time, j.tag), b.loaded_model_id = j.base_model_id,
                   r.status = 'processing', r.started_at = coalesce(r.started_at, utc_timestamp(6)),
                   r.updated_at = utc_timestamp(6)
             where j.id = :job and j.status = 'waiting'""".formatted(Leases.NEXT_END);

    private static final String ADD_ATTEMPT = """
            insert into generation_attempt (id, job_id, number, backend_id, prompt_id, client_id, filename_prefix,
              claim_token, created_at)
            select ?, id, attempts, ?, ?, ?, ?, ?, utc_timestamp(6) from generation_job where id = ?
            returning number""";

    private static final String CLAIMED = """
            select j.id, j.request_id, j.account_id, j.number, j.seed, j.claim_token, j.base_model_id, j.work, j.cost, s.backend_id, a.id attempt_id,
              a.number attempt_number, a.prompt_id, a.client_id, a.filename_prefix, a.posted_at
              from generation_job j
              join backend_slot s on s.job_id = j.id
              join generation_attempt a on a.job_id = j.id and a.claim_token = j.claim_token
             where j.id = ?""";

    /** Attempts that are over, as if they were still their jobs'; their tokens give no right. */
    static final String OF_ATTEMPTS = """
            select j.id, j.request_id, j.account_id, j.number, j.seed, a.claim_token, j.base_model_id, j.work, j.cost,
              a.backend_id, a.id attempt_id, a.number attempt_number, a.prompt_id, a.client_id, a.filename_prefix, a.posted_at
              from generation_attempt a join generation_job j on j.id = a.job_id
            """;

    private final QueueDatabase database;
    private final Clock clock;

    Claims(QueueDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param slots how many its backend has */
    private record FreeSlot(int number, int held, int slots) {}

    /** The next job for a backend, if it has a free slot and something waits that it can run. */
    public Optional<Claim> claim(ClaimWish wish) {
        return database.inTransaction(jdbc -> claim(jdbc, wish));
    }

    /** These have nothing to do: their time keeps up with the others', else whoever comes to them next would seem early. */
    public void idle(Collection<BackendId> backends) {
        if (!backends.isEmpty()) {
            VirtualTime.keepUp(
                    database.jdbc(), backends.stream().map(BackendId::value).toList());
        }
    }

    /** Whether there is anything to claim. */
    public enum Outlook {
        /** An admin has paused the queue. */
        PAUSED,
        NOTHING_WAITS,
        SOMETHING_WAITS
    }

    /** Cheap, for whoever looks often: jobs that no backend has the files for do not count. */
    public Outlook outlook() {
        return database.jdbc()
                .sql(OUTLOOK)
                .query((row, number) -> {
                    if (row.getBoolean("paused")) {
                        return Outlook.PAUSED;
                    }
                    return row.getBoolean("waits") ? Outlook.SOMETHING_WAITS : Outlook.NOTHING_WAITS;
                })
                .single();
    }

    /** Whether any backend has all files of a job. */
    public boolean isServable(JobId job) {
        return database.jdbc()
                        .sql("select q.pool_id from generation_job j join requirement q on q.id = j.requirement_id"
                                + " where j.id = ?")
                        .param(job.value())
                        .query(Integer.class)
                        .single()
                != Pools.NOBODY;
    }

    /** Whether this backend has all files of a job. */
    public boolean isServable(JobId job, BackendId backend) {
        return database.jdbc()
                        .sql("select count(*) from generation_job j join requirement q on q.id = j.requirement_id"
                                + " join backend_pool p on p.pool_id = q.pool_id"
                                + " where j.id = ? and p.backend_id = ?")
                        .params(job.value(), backend.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Optional<Claim> claim(JdbcClient jdbc, ClaimWish wish) {
        var backend = wish.backend().value();
        var slot = freeSlot(jdbc, backend, wish.mostHeld());
        if (slot.isEmpty()) {
            return Optional.empty();
        }
        var token = UUID.randomUUID();
        for (var candidate : new Candidates(jdbc, wish).inOrder()) {
            if (isTaken(jdbc, candidate, backend, slot.get(), token)) {
                return Optional.of(candidate.claim(wish.backend(), token, attempt(jdbc, candidate, backend, token)));
            }
        }
        return Optional.empty();
    }

    /** None when the backend holds too many already, or another node is about to give it a job. */
    private static Optional<Integer> freeSlot(JdbcClient jdbc, UUID backend, int mostHeld) {
        var free = jdbc.sql(FREE_SLOTS)
                .param("backend", backend)
                .query((row, number) -> new FreeSlot(row.getInt("slot_no"), row.getInt("held"), row.getInt("slots")))
                .list();
        return free.stream()
                .findFirst()
                .filter(slot -> slot.held() <= mostHeld && slot.held() + free.size() == slot.slots())
                .map(FreeSlot::number);
    }

    private static boolean isTaken(JdbcClient jdbc, Candidate candidate, UUID backend, int slot, UUID token) {
        jdbc.sql(LOCK).param(candidate.request()).query(Columns.ID).single();
        return jdbc.sql(TAKE)
                        .param("backend", backend)
                        .param("slot", slot)
                        .param("token", token)
                        .param("job", candidate.job())
                        .update()
                > 0;
    }

    /** An own prefix for each attempt: an identical graph would be answered from cache with the old file names. */
    private Claim.Attempt attempt(JdbcClient jdbc, Candidate candidate, UUID backend, UUID token) {
        var id = TimeOrderedId.next();
        var prompt = UUID.randomUUID();
        var client = UUID.randomUUID().toString();
        var prefix = "genonaut/" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "/" + id;
        int number = jdbc.sql(ADD_ATTEMPT)
                .params(id, backend, prompt, client, prefix, token, candidate.job())
                .query(Integer.class)
                .single();
        return new Claim.Attempt(id, number, prompt, client, prefix);
    }

    static Claim claimed(JdbcClient jdbc, UUID job) {
        return jdbc.sql(CLAIMED).param(job).query((row, number) -> read(row)).single();
    }

    static Claim read(ResultSet row) throws SQLException {
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
                row.getObject("posted_at") != null);
    }
}
