package org.genonaut.generation.queue;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends what a claim began. Each end is one transaction with a compare-and-set on the job: whoever lost the claim changes
 * nothing and is told so.
 */
@Component
public class JobEnds {

    private static final String WAIT_AGAIN = """
            update generation_job set status = 'backing_off', claim_token = null,
              not_before = utc_timestamp(6) + interval :pause microsecond,
              avoid_backend_id = if(:elsewhere and exists (
                select 1 from backend_pool p where p.pool_id = generation_job.pool_id
                   and p.backend_id <> :backend and p.backend_id in (:takers)), :backend, null),
              avoid_until = utc_timestamp(6) + interval 2 minute,
              min_vram = nullif(greatest(coalesce(min_vram, 0), :vram), 0)
             where id = :job""";

    private final QueueDatabase database;
    private final Endings endings;
    private final Takers takers;

    JobEnds(QueueDatabase database, Endings endings, Takers takers) {
        this.database = database;
        this.endings = endings;
        this.takers = takers;
    }

    /** @return false when the claim was lost: then these images belong to nobody */
    public boolean complete(Claim claim, List<JobImage> images, Measured measured) {
        return end(claim, Ending.completed(images, measured));
    }

    /** @param measured what it took until it failed */
    public boolean fail(Claim claim, Failure failure, Measured measured) {
        return end(claim, Ending.failed(failure, measured));
    }

    /** @param measured what it took until it was stopped */
    public boolean cancelled(Claim claim, Measured measured) {
        return end(claim, Ending.cancelled(measured));
    }

    /** The attempt came to nothing; the job waits and is tried again, unless somebody wants it cancelled. */
    public boolean retry(Claim claim, Again again) {
        return ifHeld(claim, jdbc -> {
            if (isCancelRequested(jdbc, claim)) {
                endings.write(jdbc, claim, Ending.cancelled(Measured.NOTHING));
            } else {
                waitAgain(jdbc, claim, again);
                Attempts.end(jdbc, claim, again.kind(), again.details(), again.unsettled());
            }
        });
    }

    /** The prompt was taken from its backend before it began there; the job waits on as if nothing had been. */
    public boolean giveBack(Claim claim) {
        return ifHeld(claim, jdbc -> {
            jdbc.sql("update generation_job set status = 'waiting', claim_token = null where id = ?")
                    .param(claim.job().value())
                    .update();
            Attempts.end(jdbc, claim, "taken_back", null, false);
        });
    }

    private void waitAgain(JdbcClient jdbc, Claim claim, Again again) {
        jdbc.sql(WAIT_AGAIN)
                .param("pause", again.pause().toNanos() / 1000)
                .param("elsewhere", again.elsewhere())
                .param("backend", claim.backend().value())
                .param("takers", takers.ids())
                .param("vram", again.minVram())
                .param("job", claim.job().value())
                .update();
    }

    private static boolean isCancelRequested(JdbcClient jdbc, Claim claim) {
        return jdbc.sql("select cancel_requested from generation_job where id = ?")
                .param(claim.job().value())
                .query(Boolean.class)
                .single();
    }

    /** Jobs whose pause is over wait again. */
    public int resumeDue() {
        return database.inTransaction(jdbc -> jdbc.sql("update generation_job set status = 'waiting', not_before = null"
                        + " where status = 'backing_off' and not_before <= utc_timestamp(6)")
                .update());
    }

    private boolean end(Claim claim, Ending ending) {
        return ifHeld(claim, jdbc -> endings.write(jdbc, claim, ending));
    }

    private interface Act {
        void on(JdbcClient jdbc);
    }

    private boolean ifHeld(Claim claim, Act act) {
        return database.inTransaction(jdbc -> {
            RequestState.lock(jdbc, claim.request());
            Flow.lock(jdbc, claim.account().value());
            boolean held = isHeld(jdbc, claim);
            if (held) {
                act.on(jdbc);
                free(jdbc, claim);
            }
            return held;
        });
    }

    /** Locks the job, so that it stays so. */
    private static boolean isHeld(JdbcClient jdbc, Claim claim) {
        return jdbc.sql("select id from generation_job where id = ? and claim_token = ? and status = 'processing'"
                        + " for update")
                .params(claim.job().value(), claim.token())
                .query(Columns.ID)
                .optional()
                .isPresent();
    }

    private static void free(JdbcClient jdbc, Claim claim) {
        jdbc.sql("update backend_slot set job_id = null, lease_until = null where job_id = ?")
                .param(claim.job().value())
                .update();
    }
}
