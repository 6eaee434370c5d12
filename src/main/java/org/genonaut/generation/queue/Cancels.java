package org.genonaut.generation.queue;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Calls jobs off, and takes that back, within the transaction of whoever asks. */
@Component
public class Cancels {

    /** A page offers five seconds; the way there and back takes some. */
    private static final String UNDONE_UNTIL = "utc_timestamp(6) - interval 10 second";

    private static final String UNTOUCHED = """
            select count(*) jobs, count(if(status <> 'cancelled' or cancelled_from is null or attempts > 0
              or finished_at < %s, 1, null)) late from generation_job where request_id = ?""".formatted(UNDONE_UNTIL);

    private final JdbcClient jdbc;
    private final Takers takers;

    Cancels(JdbcClient jdbc, Takers takers) {
        this.jdbc = jdbc;
        this.takers = takers;
    }

    /** Whether there is anything to cancel: it may have ended since somebody looked. */
    public boolean isOpen(UUID request) {
        return jdbc.sql("select exists (select 1 from generation_job where request_id = ?"
                        + " and status in ('waiting', 'backing_off', 'paused', 'processing'))")
                .param(request)
                .query(Boolean.class)
                .single();
    }

    /**
     * Cancels the jobs of a request that have not begun and marks the others; answers those that run, so that they can
     * be interrupted.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<JobId> cancel(UUID request) {
        RequestState.lock(jdbc, request);
        var flow = Flow.lock(jdbc, takers.time(jdbc), RequestState.account(jdbc, request));
        int cancelled = jdbc.sql(
                        "update generation_job set cancelled_from = status, status = 'cancelled', finished_at = utc_timestamp(6)"
                                + " where request_id = ? and status in ('waiting', 'backing_off', 'paused')")
                .param(request)
                .update();
        jdbc.sql("update generation_job set cancel_requested = true where request_id = ? and status = 'processing'")
                .param(request)
                .update();
        jdbc.sql("update generation_request set cancel_requested_at = utc_timestamp(6) where id = ?")
                .param(request)
                .update();
        flow.open(-cancelled);
        flow.retag();
        flow.store();
        RequestState.derive(jdbc, request);
        return running(request);
    }

    private List<JobId> running(UUID request) {
        return jdbc
                .sql("select id from generation_job where request_id = ? and status = 'processing'")
                .param(request)
                .query(Columns.ID)
                .list()
                .stream()
                .map(JobId::new)
                .toList();
    }

    /**
     * Lets a request that was cancelled a moment ago wait again, where it was in its owner's order, or be paused again.
     *
     * @param openJobs how many jobs its owner may have open
     * @return false when something of it has run, it is too late, or its owner would have too many open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean undo(UUID request, int openJobs) {
        RequestState.lock(jdbc, request);
        var flow = Flow.lock(jdbc, takers.time(jdbc), RequestState.account(jdbc, request));
        var others = flow.waiting();
        int cancelled = untouched(request);
        if (cancelled == 0 || !flow.hasRoomFor(cancelled, openJobs)) {
            return false;
        }
        jdbc.sql("update generation_job set status = cancelled_from, cancelled_from = null, finished_at = null"
                        + " where request_id = ?")
                .param(request)
                .update();
        flow.open(cancelled);
        flow.retag(WaitingJob.withReturned(request, others, flow.waiting()));
        flow.store();
        RequestState.reopen(jdbc, request);
        return true;
    }

    /** @param cost GPU seconds that all jobs of a request are expected to take */
    public record Size(int jobs, double cost) {}

    /** Whoever is to {@linkplain #undo undo} a cancel asks before it asks for the account: request, then flow. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Size size(UUID request) {
        RequestState.lock(jdbc, request);
        return jdbc.sql("select count(*) jobs, coalesce(sum(cost), 0) cost from generation_job where request_id = ?")
                .param(request)
                .query((row, number) -> new Size(row.getInt("jobs"), row.getDouble("cost")))
                .single();
    }

    /** How many jobs a cancelled request has; 0 when it is too late for one of them. */
    private int untouched(UUID request) {
        return jdbc.sql(UNTOUCHED)
                .param(request)
                .query((row, number) -> row.getInt("late") > 0 ? 0 : row.getInt("jobs"))
                .single();
    }
}
