package org.genonaut.generation.run;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.genonaut.generation.queue.ClaimWish;
import org.genonaut.generation.queue.Claims;
import org.genonaut.generation.queue.Claims.Outlook;
import org.genonaut.generation.queue.Wakeup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Gives backends their next jobs, on one thread: whenever somebody wakes it, when a running job comes to its end, and at
 * every poll.
 */
@Component
class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Openings openings;
    private final Claims claims;
    private final TakeBacks takeBacks;
    private final JobRunner runner;
    private final Wakeup wakeup;
    private final RunProperties properties;
    private final Thread thread = Thread.ofVirtual().name("dispatcher").unstarted(this::dispatch);
    private volatile boolean stopped;
    private boolean databaseAway;

    Dispatcher(
            Openings openings,
            Claims claims,
            TakeBacks takeBacks,
            JobRunner runner,
            Wakeup wakeup,
            RunProperties properties) {
        this.openings = openings;
        this.claims = claims;
        this.takeBacks = takeBacks;
        this.runner = runner;
        this.wakeup = wakeup;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (properties.enabled()) {
            thread.start();
        }
    }

    /** Interrupts nothing: it may be writing a claim down at this moment. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped = true;
        wakeup.wake();
    }

    private void dispatch() {
        try {
            while (!stopped) {
                fillSafely();
                wakeup.await(untilNextLook());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        log.debug("No more jobs are taken");
    }

    private Duration untilNextLook() {
        var ready = openings.untilNext();
        return ready.compareTo(properties.poll()) < 0 ? ready : properties.poll();
    }

    private void fillSafely() {
        try {
            fill();
            databaseAway = false;
        } catch (DataAccessException | TransactionException away) {
            // Once, not at every poll of an hour.
            if (!databaseAway) {
                log.warn("No jobs can be taken at the moment: {}", away.getMessage());
            }
            databaseAway = true;
        }
    }

    private void fill() {
        // Round by round, so that no backend gets a second job while another has none.
        var open = openings.now();
        var outlook = claims.outlook();
        while (!stopped && outlook == Outlook.SOMETHING_WAITS && fillOne(open)) {
            open = openings.now();
            outlook = claims.outlook();
        }
        if (outlook != Outlook.PAUSED) {
            idle(open);
        }
    }

    private boolean fillOne(List<ClaimWish> open) {
        return Stream.concat(open.stream().map(ClaimWish::sparing), open.stream())
                .anyMatch(this::fill);
    }

    /** Nothing waits that these could do. */
    private void idle(List<ClaimWish> open) {
        var idle = open.stream()
                .filter(wish -> wish.mostHeld() == 0)
                .map(ClaimWish::backend)
                .toList();
        claims.idle(idle);
        takeBacks.offer(idle);
    }

    private boolean fill(ClaimWish wish) {
        var claim = claims.claim(wish);
        claim.ifPresent(runner::start);
        return claim.isPresent();
    }
}
