package org.genonaut.generation;

import java.util.List;
import org.genonaut.account.AccountId;
import org.genonaut.account.audit.AuditAction;
import org.genonaut.account.audit.AuditLog;
import org.genonaut.account.limit.AccountLimits;
import org.genonaut.account.limit.Limits;
import org.genonaut.account.limit.WhenExceeded;
import org.genonaut.generation.queue.Cancels;
import org.genonaut.generation.queue.JobId;
import org.genonaut.generation.queue.QueueSwitch;
import org.genonaut.generation.queue.Turns;
import org.genonaut.generation.usage.Accounting;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what waits, each change in one transaction, tried again when it was locked out by another. Those that say by
 * whom are an admin's on another's work, and leave a line in the audit log.
 */
@Component
@Transactional
@Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 4, delay = 10, jitter = 10)
class QueueChanges {

    private final Turns turns;
    private final Cancels cancels;
    private final QueueSwitch queue;
    private final Accounting accounting;
    private final AccountLimits limits;
    private final StoredRequests requests;
    private final AuditLog audit;

    QueueChanges(
            Turns turns,
            Cancels cancels,
            QueueSwitch queue,
            Accounting accounting,
            AccountLimits limits,
            StoredRequests requests,
            AuditLog audit) {
        this.turns = turns;
        this.cancels = cancels;
        this.queue = queue;
        this.accounting = accounting;
        this.limits = limits;
        this.requests = requests;
        this.audit = audit;
    }

    void pause(GenerationId id) {
        turns.pause(id.value());
    }

    void resume(GenerationId id) {
        turns.resume(id.value());
    }

    void moveUp(GenerationId id) {
        turns.moveUp(id.value());
    }

    void moveToTop(GenerationId id) {
        turns.moveToTop(id.value());
    }

    /** What was sent since may have used up what the owner may have. */
    boolean undoCancel(GenerationId id) {
        var request = requests.findById(id.value()).orElseThrow(GenerationNotFound::new);
        var owner = request.account();
        var allowed = limits.of(owner);
        boolean undone = isWithin(allowed, owner, request.batchSize(), cancels.size(id.value()))
                && cancels.undo(id.value(), allowed.openJobs());
        if (undone) {
            accounting.charge(owner, id.value(), request.batchSize());
        }
        return undone;
    }

    /** The GPU time of what is cancelled counts for nothing, so that much would be expected anew. */
    private boolean isWithin(Limits allowed, AccountId owner, int batchSize, Cancels.Size size) {
        return allowed.whenExceeded() == WhenExceeded.SLOW_LANE
                || accounting
                        .exceeded(owner, allowed, (long) batchSize * size.jobs(), size.cost())
                        .isEmpty();
    }

    /** @return the jobs that run and must be interrupted */
    List<JobId> cancel(GenerationId id, AccountId owner, AccountId by) {
        if (!cancels.isOpen(id.value())) {
            return List.of();
        }
        var running = cancels.cancel(id.value());
        accounting.giveBack(owner, id.value());
        audit.record(by, AuditAction.GENERATION_CANCELLED, id.value());
        return running;
    }

    boolean undoCancel(GenerationId id, AccountId by) {
        boolean undone = undoCancel(id);
        if (undone) {
            audit.record(by, AuditAction.GENERATION_CANCEL_UNDONE, id.value());
        }
        return undone;
    }

    void pause(GenerationId id, AccountId by) {
        pause(id);
        audit.record(by, AuditAction.GENERATION_PAUSED, id.value());
    }

    void resume(GenerationId id, AccountId by) {
        resume(id);
        audit.record(by, AuditAction.GENERATION_RESUMED, id.value());
    }

    /** @return false when that was done before, or nothing of it waits */
    boolean putFirst(GenerationId id, AccountId by) {
        boolean first = turns.putFirst(id.value());
        if (first) {
            audit.record(by, AuditAction.GENERATION_PUT_FIRST, id.value());
        }
        return first;
    }

    void pauseAll(AccountId by) {
        if (queue.pause(by)) {
            audit.record(by, AuditAction.QUEUE_PAUSED);
        }
    }

    void resumeAll(AccountId by) {
        if (queue.resume()) {
            audit.record(by, AuditAction.QUEUE_RESUMED);
        }
    }
}
