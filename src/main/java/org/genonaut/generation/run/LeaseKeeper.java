package org.genonaut.generation.run;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.genonaut.backend.Fleet;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.PromptId;
import org.genonaut.generation.JobsCancelled;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.JobEnds;
import org.genonaut.generation.queue.Leases;
import org.genonaut.generation.queue.Wakeup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's claims alive, carries out wishes to cancel and time limits, takes over what dead nodes left, and lets
 * jobs wait again whose pause is over.
 */
@Component
class LeaseKeeper {

    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Leases leases;
    private final JobEnds ends;
    private final Runs runs;
    private final JobRunner runner;
    private final Fleet fleet;
    private final Wakeup wakeup;
    private final RunProperties properties;
    private final Clock clock;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lease-keeper").factory());

    LeaseKeeper(
            Leases leases,
            JobEnds ends,
            Runs runs,
            JobRunner runner,
            Fleet fleet,
            Wakeup wakeup,
            RunProperties properties,
            Clock clock) {
        this.leases = leases;
        this.ends = ends;
        this.runs = runs;
        this.runner = runner;
        this.fleet = fleet;
        this.wakeup = wakeup;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (properties.enabled()) {
            turns.scheduleWithFixedDelay(() -> safely(this::renew), 0, 4, TimeUnit.SECONDS);
            turns.scheduleWithFixedDelay(() -> safely(this::takeOver), 1, 2, TimeUnit.SECONDS);
            turns.scheduleWithFixedDelay(() -> safely(this::resumeDue), 1, 1, TimeUnit.SECONDS);
        }
    }

    /** Another node, or we after the restart, go on at once; the prompts run on meanwhile. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        turns.shutdownNow();
        var running = runs.all();
        safely(() -> leases.release(running.stream().map(Run::claim).toList()));
        running.forEach(Run::letGo);
    }

    @EventListener
    void cancelled(JobsCancelled event) {
        event.jobs().forEach(job -> runs.of(job).ifPresent(this::cancel));
    }

    private void renew() {
        var running = runs.all();
        var renewal = leases.renew(running.stream().map(Run::claim).toList());
        for (var run : running) {
            if (!renewal.held().contains(run.claim().token())) {
                log.warn("Job {} is no longer ours", run.claim().job());
                run.letGo();
            } else if (renewal.cancelled().contains(run.claim().job())) {
                cancel(run);
            } else if (run.since().plus(properties.timeLimit()).isBefore(clock.instant())) {
                run.timeOut();
                cancel(run);
            }
        }
    }

    private void cancel(Run run) {
        Thread.ofVirtual().name("cancel-" + run.claim().job()).start(() -> interrupt(run.claim()));
    }

    private void interrupt(Claim claim) {
        try {
            if (leases.holds(claim)) {
                fleet.client(claim.backend())
                        .cancel(new PromptId(claim.attempt().promptId()));
            }
        } catch (ComfyUIException | IllegalStateException away) {
            log.warn("Job {} could not be interrupted yet: {}", claim.job(), away.getMessage());
        }
    }

    private void takeOver() {
        for (var claim : leases.takeOver()) {
            runner.start(claim);
        }
    }

    private void resumeDue() {
        if (ends.resumeDue() > 0) {
            wakeup.wake();
        }
    }

    /** A turn that fails must not end all later ones. */
    private static void safely(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException failed) {
            log.warn("House-keeping of the queue failed, next turn soon: {}", failed.toString());
        }
    }
}
