package org.genonaut.generation.pace;

import java.util.UUID;
import org.genonaut.generation.queue.JobEnd;
import org.genonaut.generation.queue.JobEndListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Learns from each job that ran to its end. What a server had in its cache says nothing of its speed. */
@Component
class PaceLearner implements JobEndListener {

    /** What its GPU ran just before: with the same model, nothing had to be loaded. */
    private static final String MODEL_BEFORE = """
            select j.base_model_id from generation_attempt a join generation_job j on j.id = a.job_id
             where a.backend_id = ? and a.job_id <> ? and a.ended_at is not null
             order by a.ended_at desc limit 1""";

    private final Paces paces;

    PaceLearner(Paces paces) {
        this.paces = paces;
    }

    @Override
    public void ended(JdbcClient jdbc, JobEnd end) {
        var measured = end.measured();
        boolean ran =
                end.outcome() == JobEnd.Outcome.COMPLETED && measured.run().isPositive();
        if (ran && !measured.cached()) {
            learn(jdbc, end);
        }
    }

    private void learn(JdbcClient jdbc, JobEnd end) {
        var loaded = hadToLoad(jdbc, end);
        var size = size(jdbc, end.request());
        var key = new StoredPaces.Key(end.backend().value(), end.baseModel());
        var stored = new StoredPaces(jdbc);
        var learned = stored.locked(key).after(end.measured(), end.work(), loaded, size);
        stored.store(key, learned);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                paces.learned(key, learned);
            }
        });
    }

    private static boolean hadToLoad(JdbcClient jdbc, JobEnd end) {
        return jdbc.sql(MODEL_BEFORE)
                .params(end.backend().value(), end.job().value())
                .query((row, number) -> !end.baseModel().equals(row.getObject(1, UUID.class)))
                .optional()
                .orElse(true);
    }

    private static PictureSize size(JdbcClient jdbc, UUID request) {
        return jdbc.sql("select width, height, batch_size from generation_request where id = ?")
                .param(request)
                .query((row, number) -> new PictureSize(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }
}
