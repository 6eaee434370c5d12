package org.genonaut.generation;

import java.util.Optional;
import org.genonaut.account.AccountId;
import org.genonaut.account.limit.AccountLimits;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.draft.InvalidGeneration;
import org.genonaut.generation.queue.Wakeup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Accepts, finds and cancels generations. Whoever asks names the account for which it asks. */
@Service
public class GenerationService {

    private static final Logger log = LoggerFactory.getLogger(GenerationService.class);

    /** The longest list that is answered at once. */
    public static final int MAX_LIST = 500;

    private final Submissions submissions;
    private final GenerationReader reader;
    private final DraftReview review;
    private final AccountLimits accountLimits;
    private final GenerationEvents events;
    private final ApplicationEventPublisher publisher;
    private final Wakeup wakeup;

    GenerationService(
            Submissions submissions,
            GenerationReader reader,
            DraftReview review,
            AccountLimits accountLimits,
            GenerationEvents events,
            ApplicationEventPublisher publisher,
            Wakeup wakeup) {
        this.submissions = submissions;
        this.reader = reader;
        this.review = review;
        this.accountLimits = accountLimits;
        this.events = events;
        this.publisher = publisher;
        this.wakeup = wakeup;
    }

    /**
     * Puts a generation into the queue.
     *
     * @throws InvalidGeneration with every violation
     * @throws LimitReached when the account would have more than it may have
     */
    public GenerationId submit(AccountId account, GenerationDraft draft) {
        var allowed = accountLimits.of(account);
        var checked = review.orThrow(allowed, draft);
        var id = submissions.insert(account, allowed, checked);
        log.info(
                "Generation {} submitted by {}, {} images",
                id,
                account,
                checked.parameters().images());
        wakeup.wake();
        events.listChanged(account);
        return id;
    }

    public Optional<Generation> find(AccountId account, GenerationId id) {
        return reader.find(account, id);
    }

    /**
     * The newest generations first.
     *
     * @param before only older ones than this; null for the newest
     * @param limit 1 to {@value #MAX_LIST}
     */
    public GenerationPage list(AccountId account, @Nullable GenerationId before, int limit) {
        if (limit < 1 || limit > MAX_LIST) {
            throw new IllegalArgumentException("A list has 1 to " + MAX_LIST + " entries");
        }
        return GenerationPage.of(reader.list(account, before, limit + 1), limit);
    }

    /**
     * Calls off what of a generation is still open; images that are there stay.
     *
     * @throws GenerationNotFound when there is none or it is another's
     */
    public void cancel(AccountId account, GenerationId id) {
        var generation = reader.find(account, id).orElseThrow(GenerationNotFound::new);
        if (!generation.status().isOpen()) {
            return;
        }
        var running = submissions.cancel(account, id);
        log.info("Generation {} is to be cancelled, {} of its jobs run", id, running.size());
        if (running.isEmpty()) {
            reader.find(account, id).ifPresent(ended -> events.publish(new GenerationEvent.Ended(id, ended.status())));
            events.listChanged(account);
        } else {
            publisher.publishEvent(new JobsCancelled(running));
        }
        wakeup.wake();
    }

    /**
     * Cancels a generation that is open and moves one that has ended to the trash.
     *
     * @throws GenerationNotFound when there is none, it is another's, or it is in the trash
     */
    public void delete(AccountId account, GenerationId id) {
        var generation = reader.find(account, id).orElseThrow(GenerationNotFound::new);
        if (generation.status().isOpen()) {
            cancel(account, id);
        } else if (submissions.trash(account, id)) {
            log.info("Generation {} moved to the trash", id);
            events.listChanged(account);
        } else {
            throw new GenerationNotFound();
        }
    }
}
