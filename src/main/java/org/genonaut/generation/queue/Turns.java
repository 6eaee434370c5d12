package org.genonaut.generation.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.genonaut.account.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the order in which an account's own requests wait, within the transaction of whoever asks. None of it gains
 * anything against other accounts: what waits gets its tags anew, from what the account has been served.
 */
@Component
public class Turns {

    private final JdbcClient jdbc;
    private final Takers takers;

    Turns(JdbcClient jdbc, Takers takers) {
        this.jdbc = jdbc;
        this.takers = takers;
    }

    /** @return how many jobs do not wait any more */
    @Transactional(propagation = Propagation.MANDATORY)
    public int pause(UUID request) {
        return change(
                request,
                "update generation_job set status = 'paused', not_before = null"
                        + " where request_id = ? and status in ('waiting', 'backing_off')");
    }

    /** @return how many jobs wait again */
    @Transactional(propagation = Propagation.MANDATORY)
    public int resume(UUID request) {
        return change(
                request, "update generation_job set status = 'waiting' where request_id = ? and status = 'paused'");
    }

    private int change(UUID request, String update) {
        RequestState.lock(jdbc, request);
        var flow = Flow.lock(jdbc, takers.time(jdbc), RequestState.account(jdbc, request));
        var before = flow.waiting();
        int changed = jdbc.sql(update).param(request).update();
        if (changed > 0) {
            flow.retag(WaitingJob.withReturned(request, before, flow.waiting()));
            flow.store();
        }
        return changed;
    }

    /** Lets a request wait before the one that is before it among its owner's; nothing happens to the first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveUp(UUID request) {
        move(request, place -> Math.max(0, place - 1));
    }

    /** Lets a request be the next of its owner's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveToTop(UUID request) {
        move(request, place -> 0);
    }

    private void move(UUID request, IntUnaryOperator to) {
        var account = RequestState.account(jdbc, request);
        var flow = Flow.lock(jdbc, takers.time(jdbc), account);
        var waiting = WaitingJob.of(jdbc, account.value());
        var requests = new ArrayList<>(
                waiting.stream().map(WaitingJob::request).distinct().toList());
        int place = requests.indexOf(request);
        if (place < 0) {
            return;
        }
        requests.remove(place);
        requests.add(to.applyAsInt(place), request);
        flow.retag(requests.stream().flatMap(id -> of(id, waiting).stream()).toList());
        flow.store();
    }

    private static List<WaitingJob> of(UUID request, List<WaitingJob> waiting) {
        return waiting.stream().filter(job -> job.request().equals(request)).toList();
    }

    /**
     * Lets what waits of a request go before everything else, once.
     *
     * @return false when that was done before, or nothing of it waits
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean putFirst(UUID request) {
        RequestState.lock(jdbc, request);
        double first = jdbc.sql("select coalesce(min(tag), 0) from generation_job where status = 'waiting'")
                .query(Double.class)
                .single();
        return jdbc.sql("update generation_job set tag = ?, put_first = true"
                                + " where request_id = ? and status in ('waiting', 'backing_off') and not put_first")
                        .params(first - 1, request)
                        .update()
                > 0;
    }

    /** Gives what an account has waiting its tags anew, as after a change of its weight. */
    @Transactional
    public void retag(AccountId account) {
        var flow = Flow.lock(jdbc, takers.time(jdbc), account);
        flow.retag();
        flow.store();
    }
}
