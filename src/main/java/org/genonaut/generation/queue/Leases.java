package org.genonaut.generation.queue;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps claims alive and takes over those of nodes that died. All times are the database's clock, so that nodes whose
 * clocks differ agree.
 */
@Component
public class Leases {

    /** Long enough to miss two renewals, short enough that a killed node's jobs go on while somebody still watches. */
    public static final Duration LENGTH = Duration.ofSeconds(15);

    static final String NEXT_END = "utc_timestamp(6) + interval " + LENGTH.toSeconds() + " second";

    private static final String POST = """
            update generation_attempt a join generation_job j on j.id = a.job_id
               set a.posted_at = coalesce(a.posted_at, utc_timestamp(6))
             where a.id = ? and j.claim_token = ? and j.status = 'processing' and not j.cancel_requested""";

    private final QueueDatabase database;

    Leases(QueueDatabase database) {
        this.database = database;
    }

    /**
     * Job and slot are asked one after the other: joined, the slot would be locked before its job, and whoever ends a job
     * locks them the other way round.
     *
     * @return the tokens of those that are still ours
     */
    public Set<UUID> renew(Collection<Claim> claims) {
        var ours = ours(claims);
        endLease(ours, NEXT_END);
        return ours.stream().map(Claim::token).collect(toUnmodifiableSet());
    }

    private List<Claim> ours(Collection<Claim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        var tokens = database.jdbc()
                .sql("select claim_token from generation_job where status = 'processing' and id in (:jobs)")
                .param("jobs", jobs(claims))
                .query(Columns.ID)
                .set();
        return claims.stream().filter(claim -> tokens.contains(claim.token())).toList();
    }

    private static List<UUID> jobs(Collection<Claim> claims) {
        return claims.stream().map(claim -> claim.job().value()).toList();
    }

    private void endLease(List<Claim> claims, String end) {
        if (!claims.isEmpty()) {
            database.inStatement(
                    jdbc -> jdbc.sql("update backend_slot set lease_until = " + end + " where job_id in (:jobs)")
                            .param("jobs", jobs(claims))
                            .update());
        }
    }

    /** Whether a claim still gives the right to act. */
    public enum Standing {
        HELD,
        /** It does, and somebody wants the job cancelled. */
        CANCEL_REQUESTED,
        LOST
    }

    /** Asked before each outside act. */
    public Standing standing(Claim claim) {
        return database.jdbc()
                .sql("select cancel_requested from generation_job where id = ? and claim_token = ?"
                        + " and status = 'processing'")
                .params(claim.job().value(), claim.token())
                .query(Boolean.class)
                .optional()
                .map(cancel -> cancel ? Standing.CANCEL_REQUESTED : Standing.HELD)
                .orElse(Standing.LOST);
    }

    /** Asked before its prompt is posted, which is written down if it is {@link Standing#HELD}: it may arrive from now on. */
    public Standing post(Claim claim) {
        Standing standing;
        do {
            if (isPosted(claim)) {
                return Standing.HELD;
            }
            standing = standing(claim);
            // A cancel was taken back in between.
        } while (standing == Standing.HELD);
        return standing;
    }

    private boolean isPosted(Claim claim) {
        return database.inStatement(jdbc -> jdbc.sql(POST)
                        .params(claim.attempt().id(), claim.token())
                        .update())
                > 0;
    }

    /** Which of these claims' jobs somebody wants cancelled; other nodes cannot tell us. */
    public Set<UUID> cancelRequested(Collection<Claim> claims) {
        return claims.isEmpty()
                ? Set.of()
                : database.jdbc()
                        .sql("select claim_token from generation_job where status = 'processing' and cancel_requested"
                                + " and id in (:jobs)")
                        .param("jobs", jobs(claims))
                        .query(Columns.ID)
                        .set();
    }

    /** Whether somebody asked that this job be cancelled. */
    public boolean isCancelRequested(Claim claim) {
        return database.jdbc()
                .sql("select cancel_requested from generation_job where id = ?")
                .param(claim.job().value())
                .query(Boolean.class)
                .single();
    }

    /** Takes over the jobs whose node let its lease run out; their prompts may still be running. */
    public List<Claim> takeOver() {
        return database.inTransaction(jdbc -> {
            var taken = new ArrayList<Claim>();
            var jobs = jdbc.sql("select job_id from backend_slot where lease_until < utc_timestamp(6)"
                            + " order by lease_until limit 20 for update skip locked")
                    .query(Columns.ID)
                    .list();
            for (var job : jobs) {
                var token = UUID.randomUUID();
                jdbc.sql("update backend_slot set lease_until = " + NEXT_END + " where job_id = ?")
                        .param(job)
                        .update();
                jdbc.sql("update generation_attempt a join generation_job j on j.id = a.job_id"
                                + " and j.claim_token = a.claim_token set a.claim_token = :token, j.claim_token = :token"
                                + " where j.id = :job")
                        .param("token", token)
                        .param("job", job)
                        .update();
                taken.add(Claims.claimed(jdbc, job));
            }
            return taken;
        });
    }

    /** Lets go of claims, so that another node takes them over at once. */
    public void release(Collection<Claim> claims) {
        endLease(ours(claims), "utc_timestamp(6) - interval 1 second");
    }
}
