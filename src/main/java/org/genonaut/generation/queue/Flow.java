package org.genonaut.generation.queue;

import java.util.UUID;
import org.genonaut.account.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Start-time fair queueing of one account: each job's tag is when it would start if the account had its share of the
 * fleet, so the order of tags is fair between accounts whatever each has waiting. Its row is locked while it submits.
 */
final class Flow {

    /** The largest virtual time of the backends that can serve the pool. */
    private static final String VIRTUAL_TIME = """
            select coalesce(max(b.virtual_time), 0) from backend b
              join backend_pool p on p.backend_id = b.id
             where p.pool_id = ? and b.enabled""";

    private final JdbcClient jdbc;
    private final UUID account;
    private double finish;
    private double weight = 1;
    private int open;

    Flow(JdbcClient jdbc, AccountId account) {
        this.jdbc = jdbc;
        this.account = account.value();
    }

    void lock() {
        jdbc.sql("insert ignore into queue_flow (account_id) values (?)")
                .param(account)
                .update();
        jdbc.sql("select finish, weight, open_jobs from queue_flow where account_id = ? for update")
                .param(account)
                .query(row -> {
                    finish = row.getDouble("finish");
                    weight = row.getDouble("weight");
                    open = row.getInt("open_jobs");
                });
    }

    void open(int jobs, int limit) {
        if (open + jobs > limit) {
            throw new QueueFull(open, limit);
        }
        open += jobs;
    }

    double nextTag(double cost, int pool) {
        double now = jdbc.sql(VIRTUAL_TIME).param(pool).query(Double.class).single();
        double start = Math.max(now, finish);
        finish = start + cost / weight;
        return start;
    }

    void store() {
        jdbc.sql("update queue_flow set finish = ?, open_jobs = ? where account_id = ?")
                .params(finish, open, account)
                .update();
    }

    /** So many jobs of a request's account are open no more. */
    static void close(JdbcClient jdbc, UUID request, int jobs) {
        if (jobs > 0) {
            jdbc.sql("update queue_flow set open_jobs = greatest(open_jobs - ?, 0)"
                            + " where account_id = (select account_id from generation_request where id = ?)")
                    .params(jobs, request)
                    .update();
        }
    }

    /** A job began: its account has been served up to its finish, and its backend's time is its tag. */
    static void served(JdbcClient jdbc, UUID job, UUID backend) {
        jdbc.sql("update queue_flow f join generation_job j on j.account_id = f.account_id"
                        + " set f.served = greatest(f.served, j.tag + j.cost / f.weight) where j.id = ?")
                .param(job)
                .update();
        jdbc.sql("update backend b join generation_job j on j.id = ?"
                        + " set b.virtual_time = greatest(b.virtual_time, j.tag) where b.id = ?")
                .params(job, backend)
                .update();
    }
}
