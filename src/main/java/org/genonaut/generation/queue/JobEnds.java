package org.genonaut.generation.queue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends what a claim began. Each end is one transaction that begins with a compare-and-set on the job: whoever lost the
 * claim changes nothing and is told so.
 */
@Component
public class JobEnds {

    private static final int MAX_SENTENCE = 900;
    private static final int MAX_DETAILS = 4000;

    private static final String INSERT_IMAGE = """
            insert into generation_image (id, account_id, request_id, job_id, position, number, seed, storage_key, sha256,
              media_type, bytes, width, height, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, utc_timestamp(6))""";

    private final QueueDatabase database;
    private final List<JobEndListener> listeners;

    JobEnds(QueueDatabase database, List<JobEndListener> listeners) {
        this.database = database;
        this.listeners = listeners;
    }

    /** The attempt is about to be posted. */
    public void posted(Claim claim) {
        database.inTransaction(jdbc -> jdbc.sql(
                        "update generation_attempt set posted_at = coalesce(posted_at, utc_timestamp(6)) where id = ?")
                .param(claim.attempt().id())
                .update());
    }

    /** @return false when the claim was lost: then these images belong to nobody */
    public boolean complete(Claim claim, List<JobImage> images, Measured measured) {
        return end(claim, new Ending(JobEnd.Outcome.COMPLETED, null, "success", null, measured, images));
    }

    /**
     * @param kind a word for the kind of failure
     * @param sentence what a person reads
     * @param details for support
     * @param violations JSON of what the backend refused, field by field; null for nothing of that kind
     */
    public boolean fail(Claim claim, String kind, String sentence, String details, @Nullable String violations) {
        var failure = new Failure(kind, sentence, violations);
        return end(claim, new Ending(JobEnd.Outcome.FAILED, failure, kind, details, Measured.NOTHING, List.of()));
    }

    public boolean cancelled(Claim claim) {
        return end(claim, new Ending(JobEnd.Outcome.CANCELLED, null, "cancelled", null, Measured.NOTHING, List.of()));
    }

    /** The attempt came to nothing, the job waits so long and is tried again. */
    public boolean retry(Claim claim, String kind, String details, Duration pause) {
        return database.inTransaction(jdbc -> {
            boolean held = jdbc.sql("update generation_job set status = 'backing_off', claim_token = null,"
                                    + " not_before = utc_timestamp(6) + interval ? microsecond"
                                    + " where id = ? and claim_token = ? and status = 'processing'")
                            .params(pause.toNanos() / 1000, claim.job().value(), claim.token())
                            .update()
                    == 1;
            if (held) {
                endAttempt(jdbc, claim, kind, details);
                free(jdbc, claim);
            }
            return held;
        });
    }

    /** Jobs whose pause is over wait again. */
    public int resumeDue() {
        return database.inTransaction(jdbc -> jdbc.sql("update generation_job set status = 'waiting', not_before = null"
                        + " where status = 'backing_off' and not_before <= utc_timestamp(6)")
                .update());
    }

    private record Failure(
            String kind, String sentence, @Nullable String violations) {}

    /**
     * @param word for the attempt's outcome
     * @param details for support
     */
    private record Ending(
            JobEnd.Outcome outcome,
            @Nullable Failure failure,
            String word,
            @Nullable String details,
            Measured measured,
            List<JobImage> images) {

        String status() {
            return outcome.name().toLowerCase(Locale.ROOT);
        }
    }

    private boolean end(Claim claim, Ending ending) {
        var failure = ending.failure();
        return database.inTransaction(jdbc -> {
            RequestState.lock(jdbc, claim.request());
            boolean held = jdbc.sql("update generation_job set status = :status, failure_kind = :kind,"
                                    + " failure = :sentence, failure_details = :details, violations = :violations,"
                                    + " finished_at = utc_timestamp(6), claim_token = null"
                                    + " where id = :job and claim_token = :token and status = 'processing'")
                            .param("status", ending.status())
                            .param("kind", failure == null ? null : failure.kind())
                            .param("sentence", failure == null ? null : cut(failure.sentence(), MAX_SENTENCE))
                            .param("details", failure == null ? null : cut(ending.details(), MAX_DETAILS))
                            .param("violations", failure == null ? null : failure.violations())
                            .param("job", claim.job().value())
                            .param("token", claim.token())
                            .update()
                    == 1;
            if (held) {
                ending.images().forEach(image -> insert(jdbc, claim, image));
                endAttempt(jdbc, claim, ending.word(), ending.details());
                measure(jdbc, claim, ending.measured());
                tell(jdbc, claim, ending);
                free(jdbc, claim);
                Flow.close(jdbc, claim.request(), 1);
                RequestState.derive(jdbc, claim.request());
            }
            return held;
        });
    }

    private void tell(JdbcClient jdbc, Claim claim, Ending ending) {
        var end = new JobEnd(
                claim.job(),
                claim.request(),
                claim.account(),
                claim.backend(),
                claim.baseModel(),
                claim.work(),
                claim.cost(),
                ending.outcome(),
                ending.measured(),
                ending.images().size());
        listeners.forEach(listener -> listener.ended(jdbc, end));
    }

    private static void measure(JdbcClient jdbc, Claim claim, Measured measured) {
        jdbc.sql("update generation_attempt set run_ms = ?, load_ms = ?, cached = ? where id = ?")
                .params(
                        measured.run().toMillis(),
                        measured.load().toMillis(),
                        measured.cached(),
                        claim.attempt().id())
                .update();
    }

    private static void insert(JdbcClient jdbc, Claim claim, JobImage image) {
        jdbc.sql(INSERT_IMAGE)
                .params(
                        image.id(),
                        claim.account().value(),
                        claim.request(),
                        claim.job().value(),
                        image.position(),
                        image.number(),
                        image.seed(),
                        image.storageKey(),
                        image.sha256(),
                        image.mediaType(),
                        image.bytes(),
                        image.width(),
                        image.height())
                .update();
    }

    private static void endAttempt(JdbcClient jdbc, Claim claim, String outcome, @Nullable String details) {
        jdbc.sql("update generation_attempt set ended_at = utc_timestamp(6), outcome = ?, details = ? where id = ?")
                .param(outcome)
                .param(cut(details, MAX_DETAILS))
                .param(claim.attempt().id())
                .update();
    }

    private static void free(JdbcClient jdbc, Claim claim) {
        jdbc.sql("update backend_slot set job_id = null, lease_until = null where job_id = ?")
                .param(claim.job().value())
                .update();
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
