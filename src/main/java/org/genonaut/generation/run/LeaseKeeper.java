package org.genonaut.generation.run;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

/** Keeps this node's claims alive, carries out wishes to cancel and time limits, and lets jobs wait again in time. */
@Component
class LeaseKeeper {

    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);

    /** A backend that hangs must not be asked by more and more threads. */
    private static final Duration INTERRUPT_AGAIN = Duration.ofSeconds(4);

    private final Leases leases;
    private final JobEnds ends;
    private final Runs runs;
    private final Interrupts interrupts;
    private final Wakeup wakeup;
    private final RunProperties properties;
    private final Settled settled = new Settled(Leases.LENGTH);
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lease-keeper").factory());

    LeaseKeeper(
            Leases leases, JobEnds ends, Runs runs, Interrupts interrupts, Wakeup wakeup, RunProperties properties) {
        this.leases = leases;
        this.ends = ends;
        this.runs = runs;
        this.interrupts = interrupts;
        this.wakeup = wakeup;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (properties.enabled()) {
            turns.scheduleWithFixedDelay(() -> safely(this::renew), 0, 4, TimeUnit.SECONDS);
            turns.scheduleWithFixedDelay(() -> safely(this::carryOut), 1, 1, TimeUnit.SECONDS);
        }
    }

    /** Another node, or we after the restart, go on at once; the prompts run on meanwhile. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        turns.shutdownNow();
        var running = runs.all();
        safely(() -> leases.release(claims(running)));
        running.forEach(Run::letGo);
    }

    @EventListener
    void cancelled(JobsCancelled event) {
        event.jobs().forEach(job -> runs.of(job).ifPresent(this::interrupt));
    }

    /** Whether a lease that has run out means that its node is dead. */
    boolean isSettled() {
        return settled.isSettled();
    }

    private void renew() {
        var running = runs.all();
        try {
            var held = leases.renew(claims(running));
            settled.succeeded();
            running.stream().filter(run -> !held.contains(run.claim().token())).forEach(LeaseKeeper::letGo);
        } catch (RuntimeException failed) {
            settled.failed();
            throw failed;
        }
    }

    private static void letGo(Run run) {
        if (run.letGo()) {
            log.warn("Job {} is no longer ours", run.claim().job());
        }
    }

    private void carryOut() {
        if (ends.resumeDue() > 0) {
            wakeup.wake();
        }
        var running = runs.all();
        var wanted = leases.cancelRequested(claims(running));
        for (var run : running) {
            if (wanted.contains(run.claim().token())) {
                interrupt(run);
            } else {
                limit(run);
            }
        }
    }

    private void limit(Run run) {
        run.limitPassed(properties.limit(run.expected()), properties.loadLimit())
                .ifPresent(sentence -> {
                    run.timeOut(sentence);
                    interrupt(run);
                });
    }

    private void interrupt(Run run) {
        if (run.isTimeToInterrupt(INTERRUPT_AGAIN)) {
            Thread.ofVirtual()
                    .name("cancel-" + run.claim().job())
                    .start(() -> safely(() -> interrupts.ifHeld(run.claim())));
        }
    }

    private static List<Claim> claims(Collection<Run> runs) {
        return runs.stream().map(Run::claim).toList();
    }

    /** A turn that fails must not end all later ones. */
    private static void safely(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException failed) {
            log.warn("A turn of the queue failed, the next is soon: {}", failed.getMessage());
        }
    }
}
