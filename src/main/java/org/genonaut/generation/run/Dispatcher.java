package org.genonaut.generation.run;

import java.util.Comparator;
import org.genonaut.backend.Backend;
import org.genonaut.backend.Fleet;
import org.genonaut.generation.queue.Claims;
import org.genonaut.generation.queue.Wakeup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Fills free slots with the fairest jobs, on one thread: whenever somebody wakes it, and at every poll. */
@Component
class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Fleet fleet;
    private final Claims claims;
    private final JobRunner runner;
    private final Runs runs;
    private final Wakeup wakeup;
    private final RunProperties properties;
    private final Thread thread = Thread.ofVirtual().name("dispatcher").unstarted(this::dispatch);
    private final Runnable unsubscribe;

    Dispatcher(Fleet fleet, Claims claims, JobRunner runner, Runs runs, Wakeup wakeup, RunProperties properties) {
        this.fleet = fleet;
        this.claims = claims;
        this.runner = runner;
        this.runs = runs;
        this.wakeup = wakeup;
        this.properties = properties;
        this.unsubscribe = fleet.subscribe(wakeup::wake);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (properties.enabled()) {
            thread.start();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        unsubscribe.run();
        thread.interrupt();
    }

    private void dispatch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                fillSlots();
                wakeup.await(properties.poll());
            }
        } catch (InterruptedException stopped) {
            log.debug("No more jobs are taken");
        }
    }

    private void fillSlots() {
        try {
            // Round by round, so that no backend gets a second job while another has none.
            while (fillOneRound()) {
                log.trace("Filled a round of slots");
            }
        } catch (DataAccessException databaseAway) {
            log.warn("No jobs can be taken at the moment: {}", databaseAway.getMessage());
        }
    }

    private boolean fillOneRound() {
        var backends = fleet.backends().stream()
                .filter(Backend::takesJobs)
                .sorted(Comparator.comparing(backend -> runs.on(backend.id())))
                .toList();
        for (var backend : backends) {
            var claim = claims.claim(backend.id());
            if (claim.isPresent()) {
                runner.start(claim.get());
                return true;
            }
        }
        return false;
    }
}
