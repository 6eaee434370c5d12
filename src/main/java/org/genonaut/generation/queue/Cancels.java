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

    private final JdbcClient jdbc;
    private final Takers takers;

    Cancels(JdbcClient jdbc, Takers takers) {
        this.jdbc = jdbc;
        this.takers = takers;
    }

    /**
     * Cancels the jobs of a request that have not begun and marks the others; answers those that run, so that they can
     * be interrupted.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<JobId> cancel(UUID request) {
        RequestState.lock(jdbc, request);
        var flow = Flow.lock(jdbc, takers.time(jdbc), RequestState.account(jdbc, request));
        int cancelled = jdbc.sql("update generation_job set status = 'cancelled', finished_at = utc_timestamp(6)"
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
     * Lets a request that was cancelled a moment ago wait again, where it was in its owner's order.
     *
     * @return false when something of it has run, or it is too late
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean undo(UUID request) {
        RequestState.lock(jdbc, request);
        var flow = Flow.lock(jdbc, takers.time(jdbc), RequestState.account(jdbc, request));
        boolean untouched =
                jdbc.sql("select count(*) from generation_job where request_id = ? and (status <> 'cancelled'"
                                        + " or attempts > 0 or finished_at < " + UNDONE_UNTIL + ")")
                                .param(request)
                                .query(Integer.class)
                                .single()
                        == 0;
        int restored = untouched
                ? jdbc.sql("update generation_job set status = 'waiting', finished_at = null where request_id = ?")
                        .param(request)
                        .update()
                : 0;
        if (restored > 0) {
            flow.open(restored);
            flow.retag();
            flow.store();
            RequestState.reopen(jdbc, request);
        }
        return restored > 0;
    }
}
