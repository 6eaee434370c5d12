package org.genonaut.generation.queue;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where jobs come in and are called off, within the transaction of whoever asks. */
@Component
public class JobQueue {

    private static final String INSERT = """
            insert into generation_job (id, request_id, number, seed, status, account_id, requirement_id, pool_id,
              base_model_id, tag, cost, work, lane, created_at)
            values (?, ?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, utc_timestamp(6))""";

    private final JdbcClient jdbc;

    JobQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws QueueFull when the account would have more open jobs than this limit */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(NewJobs jobs, int limit) {
        var flow = new Flow(jdbc, jobs.account());
        flow.lock();
        flow.open(jobs.seeds().size(), limit);
        var requirement = new Pools(jdbc).requirement(jobs.files());
        int number = 0;
        for (var seed : jobs.seeds()) {
            jdbc.sql(INSERT)
                    .params(
                            TimeOrderedId.next(),
                            jobs.request(),
                            number++,
                            seed,
                            jobs.account().value(),
                            requirement.id(),
                            requirement.pool(),
                            jobs.baseModel(),
                            flow.nextTag(jobs.cost() / jobs.lane(), requirement.pool()),
                            jobs.cost(),
                            jobs.work(),
                            jobs.lane())
                    .update();
        }
        flow.store();
    }

    /**
     * Cancels the jobs of a request that have not begun and marks the others; answers those that run, so that they can
     * be interrupted.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<JobId> cancel(UUID request) {
        RequestState.lock(jdbc, request);
        int cancelled = jdbc.sql("update generation_job set status = 'cancelled', finished_at = utc_timestamp(6)"
                        + " where request_id = ? and status in ('waiting', 'backing_off', 'paused')")
                .param(request)
                .update();
        Flow.close(jdbc, request, cancelled);
        jdbc.sql("update generation_job set cancel_requested = true where request_id = ? and status = 'processing'")
                .param(request)
                .update();
        jdbc.sql("update generation_request set cancel_requested_at = utc_timestamp(6) where id = ?")
                .param(request)
                .update();
        RequestState.derive(jdbc, request);
        return jdbc
                .sql("select id from generation_job where request_id = ? and status = 'processing'")
                .param(request)
                .query(Columns.ID)
                .list()
                .stream()
                .map(JobId::new)
                .toList();
    }
}
