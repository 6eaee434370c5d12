package org.genonaut.backend;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.ComfyUIException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one backend again and again how it is, on a virtual thread of its own, until closed. */
final class HealthWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HealthWatch.class);

    private static final Duration WHILE_UP = Duration.ofSeconds(10);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofSeconds(30);

    private final String name;
    private final URI url;
    private final ComfyUIClient comfyUI;
    private final Clock clock;
    private final Consumer<BackendState> changed;
    private final Semaphore asked = new Semaphore(0);
    private final Thread thread;
    private volatile BackendState state = new BackendState.Unknown();
    private Duration retry = FIRST_RETRY;

    HealthWatch(String name, URI url, ComfyUIClient comfyUI, Clock clock, Consumer<BackendState> changed) {
        this.name = name;
        this.url = url;
        this.comfyUI = comfyUI;
        this.clock = clock;
        this.changed = changed;
        this.thread = Thread.ofVirtual().name("health-" + name).unstarted(this::watch);
    }

    void start() {
        thread.start();
    }

    BackendState state() {
        return state;
    }

    ComfyUIClient comfyUI() {
        return comfyUI;
    }

    /** Somebody had trouble with it: look now. */
    void askNow() {
        asked.release();
    }

    private void watch() {
        try {
            while (true) {
                look();
                asked.tryAcquire(pause().toMillis(), TimeUnit.MILLISECONDS);
                asked.drainPermits();
            }
        } catch (InterruptedException closed) {
            log.debug("No longer watching {}", name);
        }
    }

    private void look() {
        try {
            up(Probe.of(comfyUI));
        } catch (ComfyUIException noAnswer) {
            away(noAnswer.getMessage());
        }
    }

    private void up(Capabilities capabilities) {
        retry = FIRST_RETRY;
        var since = state instanceof BackendState.Up up ? up.since() : clock.instant();
        become(new BackendState.Up(since, capabilities));
    }

    private void away(String reason) {
        var since = state instanceof BackendState.Away away ? away.since() : clock.instant();
        become(new BackendState.Away(since, reason));
    }

    private void become(BackendState next) {
        var before = state;
        state = next;
        if (before.getClass() != next.getClass()) {
            log.info(
                    "Backend {} at {} is {}",
                    name,
                    url,
                    next.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
            changed.accept(next);
        }
    }

    /** Longer each time while it is away, with some jitter, so that a fleet does not come back in step. */
    private Duration pause() {
        if (state instanceof BackendState.Up) {
            return WHILE_UP;
        }
        var pause = retry;
        retry = retry.multipliedBy(2).compareTo(LAST_RETRY) > 0 ? LAST_RETRY : retry.multipliedBy(2);
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(1 + pause.toMillis() / 5));
    }

    @Override
    public void close() {
        thread.interrupt();
        comfyUI.close();
    }
}
