package org.genonaut.generation.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes an end into all tables that know of it, within the transaction of whoever decided it. */
@Component
class Endings {

    private static final int MAX_SENTENCE = 900;

    private static final String END = """
            update generation_job set status = :status, failure_kind = :kind, failure = :sentence,
              failure_details = :details, violations = :violations, finished_at = utc_timestamp(6), claim_token = null,
              not_before = null
             where id = :job""";

    private final Takers takers;
    private final List<JobEndListener> listeners;

    Endings(Takers takers, List<JobEndListener> listeners) {
        this.takers = takers;
        this.listeners = listeners;
    }

    /** A job that was open until now. */
    void write(JdbcClient jdbc, Claim claim, Ending ending) {
        double took = ending.measured().run().toMillis() / 1000.0;
        Flow.correct(jdbc, claim.job().value(), took - claim.cost());
        Flow.close(jdbc, claim.account().value());
        rewrite(jdbc, claim, ending);
        Flow.lock(jdbc, takers.time(jdbc), claim.account()).followService();
    }

    /** A job that had ended otherwise before. */
    void rewrite(JdbcClient jdbc, Claim claim, Ending ending) {
        job(jdbc, claim, ending);
        ending.images().forEach(image -> image.insert(jdbc, claim));
        Attempts.end(jdbc, claim, ending.word(), ending.details(), ending.isUnsettled());
        Attempts.measure(jdbc, claim, ending.measured());
        tell(jdbc, claim, ending);
        RequestState.derive(jdbc, claim.request());
    }

    private static void job(JdbcClient jdbc, Claim claim, Ending ending) {
        var failure = ending.failure();
        jdbc.sql(END)
                .param("status", ending.status())
                .param("kind", failure == null ? null : failure.kind())
                .param("sentence", failure == null ? null : cut(failure.sentence()))
                .param("details", Attempts.cut(ending.details()))
                .param("violations", failure == null ? null : failure.violations())
                .param("job", claim.job().value())
                .update();
    }

    private static @Nullable String cut(String sentence) {
        return sentence.length() <= MAX_SENTENCE ? sentence : sentence.substring(0, MAX_SENTENCE);
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
}
