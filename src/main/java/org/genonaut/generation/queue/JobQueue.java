package org.genonaut.generation.queue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where jobs come in, within the transaction of whoever asks. */
@Component
public class JobQueue {

    private static final String INSERT = """
            insert into generation_job (id, request_id, number, seed, status, account_id, requirement_id, pool_id,
              base_model_id, tag, cost, work, lane, created_at)
            values (?, ?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, utc_timestamp(6))""";

    private final JdbcClient jdbc;
    private final Takers takers;

    JobQueue(JdbcClient jdbc, Takers takers) {
        this.jdbc = jdbc;
        this.takers = takers;
    }

    /** @throws QueueFull when the account would have more open jobs than this limit */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(NewJobs jobs, int limit) {
        var flow = Flow.lock(jdbc, takers.time(jdbc), jobs.account());
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
}
