package org.genonaut.generation.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.genonaut.account.AccountId;
import org.genonaut.account.CurrentAccount;
import org.genonaut.generation.DraftReview;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationEvent;
import org.genonaut.generation.GenerationEvents;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationNotFound;
import org.genonaut.generation.GenerationPage;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.WaitingGenerations;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.forecast.Receipt;
import org.genonaut.generation.forecast.Receipts;
import org.genonaut.generation.lane.OpenGenerations;
import org.genonaut.generation.usage.Accounting;
import org.genonaut.generation.usage.Allowance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;

/** The generations of whoever has opened a page, to be read and followed. */
@SpringComponent
@Scope(BeanDefinition.SCOPE_PROTOTYPE)
class MyGenerations {

    private final GenerationService service;
    private final WaitingGenerations waiting;
    private final GenerationEvents events;
    private final Receipts receipts;
    private final DraftReview review;
    private final Accounting accounting;
    private final OpenGenerations open;
    private final AccountId account;
    private Allowance allowance;

    MyGenerations(
            GenerationService service,
            WaitingGenerations waiting,
            GenerationEvents events,
            Receipts receipts,
            DraftReview review,
            Accounting accounting,
            OpenGenerations open,
            CurrentAccount account) {
        this.service = service;
        this.waiting = waiting;
        this.events = events;
        this.receipts = receipts;
        this.review = review;
        this.accounting = accounting;
        this.open = open;
        this.account = account.id();
        this.allowance = accounting.allowance(this.account);
    }

    /** What this account may have, and what it had spent when that was last read. */
    Allowance allowance() {
        return allowance;
    }

    /** Reads again what this account has spent. */
    void readAllowance() {
        allowance = accounting.allowance(account);
    }

    GenerationId submit(GenerationDraft draft) {
        return service.submit(account, draft);
    }

    /** What would become of a draft, by what was last read of what is spent. */
    DraftReview.Verdict review(GenerationDraft draft) {
        return review.of(allowance, draft);
    }

    Optional<Generation> find(GenerationId id) {
        return service.find(account, id);
    }

    /** How many wait, also those that no page shows. */
    int waiting() {
        return open.waiting(account);
    }

    /** @param before null for the newest */
    GenerationPage list(@Nullable GenerationId before, int limit) {
        return service.list(account, before, limit);
    }

    /**
     * One that ended or was deleted in another window needs no cancelling.
     *
     * @return whether nothing of it had begun, so that it may be taken back
     */
    boolean cancel(GenerationId id) {
        boolean waited = find(id).filter(generation -> generation.status() == GenerationStatus.PENDING)
                .isPresent();
        try {
            service.cancel(account, id);
            return waited;
        } catch (GenerationNotFound gone) {
            events.listChanged(account);
            return false;
        }
    }

    /** @return false when something of it has run, or it is too late */
    boolean undoCancel(GenerationId id) {
        try {
            return waiting.undoCancel(account, id);
        } catch (GenerationNotFound gone) {
            return false;
        }
    }

    /** How it stands when something was last heard of it. */
    GenerationEvent present(GenerationId id) {
        return events.present(id).orElseGet(() -> new GenerationEvent.Waiting(id));
    }

    Runnable follow(GenerationId id, Consumer<GenerationEvent> listener) {
        return events.subscribe(id, listener);
    }

    /** Of those of them that wait. */
    Map<GenerationId, Receipt> receipts(Collection<GenerationId> ids) {
        return receipts.of(account, ids);
    }

    /** The listener hears a number at once, and a new one whenever the queue may have moved. */
    Runnable followQueue(Consumer<Long> listener) {
        var changes = new AtomicLong();
        var unsubscribe = receipts.subscribe(() -> listener.accept(changes.incrementAndGet()));
        listener.accept(changes.incrementAndGet());
        return unsubscribe;
    }

    /** The listener hears a number at once, and a new one whenever a generation comes, goes or ends. */
    Runnable followList(Consumer<Long> listener) {
        var changes = new AtomicLong();
        var unsubscribe = events.subscribe(account, () -> listener.accept(changes.incrementAndGet()));
        listener.accept(changes.incrementAndGet());
        return unsubscribe;
    }
}
