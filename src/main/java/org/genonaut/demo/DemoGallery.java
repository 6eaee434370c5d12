package org.genonaut.demo;

import static java.util.stream.Collectors.toCollection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.genonaut.account.AccountId;
import org.genonaut.account.Accounts;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.LimitReached;
import org.genonaut.generation.draft.InvalidGeneration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the simulator draw a first gallery, once: two pictures at a time, so that whoever signs in meanwhile never waits
 * behind more than these. A start that was cut short goes on where it stopped.
 */
@Component
@Profile("demo")
class DemoGallery {

    private static final Logger log = LoggerFactory.getLogger(DemoGallery.class);

    private static final int AT_ONCE = 2;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final StandIn standIn;
    private final DemoProperties properties;
    private final Accounts accounts;
    private final ModelCatalog catalog;
    private final GenerationService generations;
    private final JdbcClient jdbc;
    private final Semaphore closed = new Semaphore(0);

    DemoGallery(
            StandIn standIn,
            DemoProperties properties,
            Accounts accounts,
            ModelCatalog catalog,
            GenerationService generations,
            JdbcClient jdbc) {
        this.standIn = standIn;
        this.properties = properties;
        this.accounts = accounts;
        this.catalog = catalog;
        this.generations = generations;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (properties.gallery() && standIn.isStandingIn()) {
            Thread.ofVirtual().name("demo-gallery").start(this::draw);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        closed.release();
    }

    private record Submitted(AccountId account, GenerationId id) {}

    private void draw() {
        var left = missing();
        var open = new HashSet<Submitted>();
        try {
            while (!(left.isEmpty() && open.isEmpty())
                    && !closed.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                open.removeIf(this::hasEnded);
                if (open.size() < AT_ONCE
                        && !left.isEmpty()
                        && !catalog.usable(ModelType.CHECKPOINT).isEmpty()) {
                    submit(left.remove(), open);
                }
            }
        } catch (InterruptedException stopped) {
            log.debug("The first gallery is left as it is");
        }
    }

    private void submit(SeedPicture picture, Set<Submitted> open) {
        var account = accounts.findByName(picture.owner()).orElseThrow().id();
        try {
            open.add(new Submitted(account, generations.submit(account, picture.draft())));
        } catch (InvalidGeneration | LimitReached refused) {
            log.warn("A picture of the first gallery was refused: {}", refused.getMessage());
        }
    }

    private boolean hasEnded(Submitted submitted) {
        return generations
                .find(submitted.account(), submitted.id())
                .map(found -> !found.status().isOpen())
                .orElse(true);
    }

    /** What nobody has asked for yet, also not to throw it away again. */
    private Queue<SeedPicture> missing() {
        var asked = jdbc.sql("select a.name, r.prompt from generation_request r join account a on a.id = r.account_id"
                        + " where a.name in ('maya', 'noah') and r.prompt in (:prompts)")
                .param(
                        "prompts",
                        SeedPicture.all().stream().map(SeedPicture::prompt).toList())
                .query((row, number) -> row.getString("name") + row.getString("prompt"))
                .set();
        return SeedPicture.all().stream()
                .filter(picture -> !asked.contains(picture.owner() + picture.prompt()))
                .collect(toCollection(ArrayDeque::new));
    }
}
