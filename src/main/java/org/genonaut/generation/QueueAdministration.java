package org.genonaut.generation;

import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.genonaut.account.AccountId;
import org.genonaut.account.CurrentAccount;
import org.genonaut.generation.queue.QueueSwitch;
import org.genonaut.generation.queue.Wakeup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What admins may do to everybody's queue; each deed leaves a line in the audit log. */
@Service
@RolesAllowed("ADMIN")
public class QueueAdministration {

    private static final Logger log = LoggerFactory.getLogger(QueueAdministration.class);

    private final QueueChanges changes;
    private final QueueSwitch queue;
    private final StoredRequests requests;
    private final GenerationEvents events;
    private final ApplicationEventPublisher publisher;
    private final CurrentAccount account;
    private final Wakeup wakeup;

    QueueAdministration(
            QueueChanges changes,
            QueueSwitch queue,
            StoredRequests requests,
            GenerationEvents events,
            ApplicationEventPublisher publisher,
            CurrentAccount account,
            Wakeup wakeup) {
        this.changes = changes;
        this.queue = queue;
        this.requests = requests;
        this.events = events;
        this.publisher = publisher;
        this.account = account;
        this.wakeup = wakeup;
    }

    /**
     * Calls off what of it is still open.
     *
     * @throws GenerationNotFound when there is none
     */
    public void cancel(GenerationId id) {
        var owner = owner(id);
        var running = changes.cancel(id, owner, account.id());
        publisher.publishEvent(new JobsCancelled(running));
        tell(id, owner);
    }

    /**
     * Lets one that was cancelled a moment ago wait again.
     *
     * @return false when something of it has run, or it is too late
     * @throws GenerationNotFound when there is none
     */
    public boolean undoCancel(GenerationId id) {
        var owner = owner(id);
        boolean undone = changes.undoCancel(id, account.id());
        tell(id, owner);
        return undone;
    }

    /** @throws GenerationNotFound when there is none */
    public void pause(GenerationId id) {
        changes.pause(id, account.id());
        tell(id, owner(id));
    }

    /** @throws GenerationNotFound when there is none */
    public void resume(GenerationId id) {
        changes.resume(id, account.id());
        tell(id, owner(id));
    }

    /**
     * Lets it go before everything else, once.
     *
     * @return false when that was done before, or nothing of it waits
     * @throws GenerationNotFound when there is none
     */
    public boolean putFirst(GenerationId id) {
        boolean first = changes.putFirst(id, account.id());
        tell(id, owner(id));
        return first;
    }

    /** What runs goes on, nothing begins, on any node. */
    public void pauseAll() {
        changes.pauseAll(account.id());
        log.info("The queue is paused");
    }

    public void resumeAll() {
        changes.resumeAll(account.id());
        log.info("The queue goes on");
        wakeup.wake();
    }

    public Optional<QueueSwitch.Pause> pause() {
        return queue.pause();
    }

    private AccountId owner(GenerationId id) {
        return requests.findById(id.value())
                .orElseThrow(GenerationNotFound::new)
                .account();
    }

    private void tell(GenerationId id, AccountId owner) {
        log.info("Generation {} is changed by an admin", id);
        wakeup.wake();
        events.listChanged(owner);
    }
}
