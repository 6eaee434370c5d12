package org.genonaut.generation;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.genonaut.account.AccountId;
import org.genonaut.generation.queue.Wakeup;
import org.springframework.stereotype.Service;

/** Lets members order what they have waiting; nobody else's place changes by it. */
@Service
public class WaitingGenerations {

    private final QueueChanges changes;
    private final GenerationReader reader;
    private final GenerationEvents events;
    private final Wakeup wakeup;

    WaitingGenerations(QueueChanges changes, GenerationReader reader, GenerationEvents events, Wakeup wakeup) {
        this.changes = changes;
        this.reader = reader;
        this.events = events;
        this.wakeup = wakeup;
    }

    /**
     * What of it waits is held until it is resumed; what runs goes on.
     *
     * @throws GenerationNotFound when there is none or it is another's
     */
    public void pause(AccountId account, GenerationId id) {
        act(account, id, changes::pause);
    }

    /** @throws GenerationNotFound when there is none or it is another's */
    public void resume(AccountId account, GenerationId id) {
        act(account, id, changes::resume);
    }

    /**
     * Changes places with the one of the same account that comes before it.
     *
     * @throws GenerationNotFound when there is none or it is another's
     */
    public void moveUp(AccountId account, GenerationId id) {
        act(account, id, changes::moveUp);
    }

    /** @throws GenerationNotFound when there is none or it is another's */
    public void moveToTop(AccountId account, GenerationId id) {
        act(account, id, changes::moveToTop);
    }

    /**
     * Lets one that was cancelled a moment ago wait again.
     *
     * @return false when something of it has run, or it is too late
     * @throws GenerationNotFound when there is none or it is another's
     */
    public boolean undoCancel(AccountId account, GenerationId id) {
        return succeeds(account, id, changes::undoCancel);
    }

    private void act(AccountId account, GenerationId id, Consumer<GenerationId> change) {
        succeeds(account, id, generation -> {
            change.accept(generation);
            return true;
        });
    }

    private boolean succeeds(AccountId account, GenerationId id, Predicate<GenerationId> change) {
        if (reader.find(account, id).isEmpty()) {
            throw new GenerationNotFound();
        }
        boolean changed = change.test(id);
        wakeup.wake();
        events.listChanged(account);
        return changed;
    }
}
