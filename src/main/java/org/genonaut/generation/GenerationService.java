package org.genonaut.generation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genonaut.account.AccountId;
import org.genonaut.account.limit.AccountLimits;
import org.genonaut.account.limit.Limits;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.draft.DraftCheck;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.draft.GenerationLimits;
import org.genonaut.generation.draft.InvalidGeneration;
import org.genonaut.generation.draft.QueuePolicy;
import org.genonaut.generation.draft.Violation;
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
    private final ModelCatalog catalog;
    private final GenerationLimits limits;
    private final QueuePolicy policy;
    private final AccountLimits accountLimits;
    private final ExpectedTime expectedTime;
    private final GenerationEvents events;
    private final ApplicationEventPublisher publisher;
    private final Wakeup wakeup;

    GenerationService(
            Submissions submissions,
            GenerationReader reader,
            ModelCatalog catalog,
            GenerationLimits limits,
            QueuePolicy policy,
            AccountLimits accountLimits,
            ExpectedTime expectedTime,
            GenerationEvents events,
            ApplicationEventPublisher publisher,
            Wakeup wakeup) {
        this.submissions = submissions;
        this.reader = reader;
        this.catalog = catalog;
        this.limits = limits;
        this.policy = policy;
        this.accountLimits = accountLimits;
        this.expectedTime = expectedTime;
        this.events = events;
        this.publisher = publisher;
        this.wakeup = wakeup;
    }

    /** Everything that keeps this draft of an account from being run, at this moment. */
    public List<Violation> check(AccountId account, GenerationDraft draft) {
        return verdict(accountLimits.of(account), draft).violations();
    }

    /**
     * What is said of a draft before it is sent.
     *
     * @param violations everything that keeps it from being run
     * @param expected about how long it takes once it begins; empty while something is wrong or nobody can run it
     */
    public record Verdict(List<Violation> violations, Optional<Duration> expected) {

        public Verdict {
            violations = List.copyOf(violations);
        }
    }

    /** Without asking the database, so that it can be asked for with each change. @param allowed what the account may have */
    public Verdict verdict(Limits allowed, GenerationDraft draft) {
        try {
            var checked = new DraftCheck(draft, catalog, limits, policy, allowed).orThrow();
            return new Verdict(List.of(), expectedTime.of(checked));
        } catch (InvalidGeneration invalid) {
            return new Verdict(invalid.violations(), Optional.empty());
        }
    }

    /**
     * Puts a generation into the queue.
     *
     * @throws InvalidGeneration with every violation
     * @throws LimitReached when the account would have more than it may have
     */
    public GenerationId submit(AccountId account, GenerationDraft draft) {
        var allowed = accountLimits.of(account);
        var checked = new DraftCheck(draft, catalog, limits, policy, allowed).orThrow();
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
