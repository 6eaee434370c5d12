package org.genonaut.generation.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.genonaut.account.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Start-time fair queueing of one account: each job's tag is when it would start if the account had its share of the
 * fleet, so the order of tags is fair between accounts whatever each has waiting. Its row is locked while it changes.
 */
final class Flow {

    /** An end that was dearer or cheaper than expected. */
    private static final String CORRECT = """
            update queue_flow f join generation_job j on j.account_id = f.account_id
               set f.served = f.served + :difference / (f.weight * j.lane),
                   f.finish = f.finish + :difference / (f.weight * j.lane)
             where j.id = :job""";

    /** Of a job: for less, two hundred tags are not written. */
    private static final double NOT_WORTH_IT = 0.1;

    private final JdbcClient jdbc;
    private final VirtualTime time;
    private final UUID account;
    private double served;
    private double finish;
    private double weight = 1;
    private int open;

    private Flow(JdbcClient jdbc, VirtualTime time, UUID account) {
        this.jdbc = jdbc;
        this.time = time;
        this.account = account;
    }

    /** Nobody else changes what this account has in the queue until the transaction ends. */
    static Flow lock(JdbcClient jdbc, VirtualTime time, AccountId account) {
        var flow = new Flow(jdbc, time, account.value());
        if (!flow.isRead()) {
            jdbc.sql("insert ignore into queue_flow (account_id) values (?)")
                    .param(flow.account)
                    .update();
            flow.isRead();
        }
        return flow;
    }

    /** Locks the row, if there is one. */
    private boolean isRead() {
        return jdbc.sql("select served, finish, weight, open_jobs from queue_flow where account_id = ? for update")
                .param(account)
                .query((row, number) -> {
                    served = row.getDouble("served");
                    finish = row.getDouble("finish");
                    weight = row.getDouble("weight");
                    open = row.getInt("open_jobs");
                    return true;
                })
                .optional()
                .isPresent();
    }

    /** So many jobs more are open; fewer when negative. */
    void open(int jobs) {
        open = Math.max(0, open + jobs);
    }

    boolean hasRoomFor(int jobs, int limit) {
        return open + jobs <= limit;
    }

    /** @throws QueueFull when the account would have more open jobs than this limit */
    void open(int jobs, int limit) {
        if (!hasRoomFor(jobs, limit)) {
            throw new QueueFull(open, limit);
        }
        open(jobs);
    }

    /** @param cost divided by the job's lane */
    double nextTag(double cost, int pool) {
        double start = Math.max(time.of(pool), finish);
        goOn(start, cost, pool);
        return start;
    }

    private void goOn(double start, double cost, int pool) {
        if (pool != Pools.NOBODY) { // What nobody can serve takes no turn; it gets one when somebody can.
            finish = start + cost / weight;
        }
    }

    /** What the account has waiting, in its order. */
    List<WaitingJob> waiting() {
        return WaitingJob.of(jdbc, account);
    }

    /** Gives what the account has waiting its tags anew, in the order that it has. */
    void retag() {
        retag(waiting());
    }

    /** Gives these jobs, all that the account has waiting, tags anew in this order, as if they had come just now. */
    void retag(List<WaitingJob> inOrder) {
        retag(inOrder, job -> Math.max(time.of(job.pool()), finish));
    }

    private void retag(List<WaitingJob> inOrder, ToDoubleFunction<WaitingJob> start) {
        finish = served;
        var tags = new ArrayList<Tags.Tag>();
        for (var job : inOrder) {
            var tag = new Tags.Tag(job.id(), start.applyAsDouble(job));
            goOn(tag.tag(), job.cost() / job.lane(), job.pool());
            tags.add(tag);
        }
        Tags.write(jdbc, tags);
    }

    /**
     * Lets what waits follow what the account has been served in fact: else jobs that take longer than expected would
     * gain, and so would whoever touches those that are over sooner. Nobody comes behind where new tags would be.
     */
    void followService() {
        WaitingJob.first(jdbc, account).ifPresent(first -> {
            double tolerance = NOT_WORTH_IT * first.cost() / (first.lane() * weight);
            if (served - first.tag() > tolerance) {
                retag(WaitingJob.of(jdbc, account), job -> Math.max(job.tag(), finish));
                store();
            } else if (first.tag() - Math.max(time.of(first.pool()), served) > tolerance) {
                retag(WaitingJob.of(jdbc, account), job -> Math.min(job.tag(), Math.max(time.of(job.pool()), finish)));
                store();
            }
        });
    }

    void store() {
        jdbc.sql("update queue_flow set finish = ?, open_jobs = ?, version = version + 1 where account_id = ?")
                .params(finish, open, account)
                .update();
    }

    /** Before a job of it is taken or ended: request, flow, job is the order in which everybody locks. */
    static void lock(JdbcClient jdbc, UUID account) {
        jdbc.sql("select account_id from queue_flow where account_id = ? for update")
                .param(account)
                .query(Columns.ID)
                .optional();
    }

    /** A job of this account is open no more. */
    static void close(JdbcClient jdbc, UUID account) {
        jdbc.sql("update queue_flow set open_jobs = greatest(open_jobs - 1, 0), version = version + 1"
                        + " where account_id = ?")
                .param(account)
                .update();
    }

    /** @param difference between what a job took and what was expected, in GPU seconds */
    static void correct(JdbcClient jdbc, UUID job, double difference) {
        jdbc.sql(CORRECT).param("difference", difference).param("job", job).update();
    }
}
