package org.genonaut.backend;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.genonaut.backend.connection.Access;
import org.genonaut.backend.connection.BackendUnusable;
import org.genonaut.backend.connection.StoredConnection;
import org.genonaut.comfyui.Capabilities;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.ComfyUIException;
import org.jspecify.annotations.Nullable;
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
    private final StoredConnection connection;
    private final Access access;
    private final Probe probe;
    private final Clock clock;
    private final Consumer<BackendState> changed;
    private final Semaphore asked = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private boolean told = true;
    private volatile BackendState state = new BackendState.Unknown();
    private Duration retry = FIRST_RETRY;
    private Probe.@Nullable Found found;

    HealthWatch(StoredBackend backend, Access access, Probe probe, Clock clock, Consumer<BackendState> changed) {
        this.name = backend.name();
        this.url = backend.url();
        this.connection = backend.connection();
        this.access = access;
        this.probe = probe;
        this.clock = clock;
        this.changed = changed;
        this.thread = Thread.ofVirtual().name("health-" + name).unstarted(this::watch);
    }

    /** Whether it asks this backend as it is to be asked now. */
    boolean isFor(StoredBackend backend) {
        return connection.equals(backend.connection());
    }

    void start() {
        thread.start();
    }

    BackendState state() {
        return state;
    }

    /** Empty as long as we lack what it wants to be shown. */
    Optional<ComfyUIClient> comfyUI() {
        return access.client();
    }

    /** Somebody had trouble with it: look now. */
    void askNow() {
        asked.release();
    }

    private void watch() {
        try {
            while (!closed) {
                lookSafely();
                asked.tryAcquire(pause().toMillis(), TimeUnit.MILLISECONDS);
                asked.drainPermits();
            }
            log.debug("No longer watching {}", name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fails here, such as a database that is away when a backend comes up, must not end all later looks. */
    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException unexpected) {
            log.error("Looking at backend {} failed in an unexpected way, next look soon", name, unexpected);
        }
    }

    private void look() {
        try {
            var now = clock.instant();
            var before = found;
            // A token that was changed while it answered to the old one is noticed when it no longer does.
            var latest = state instanceof BackendState.Up && before != null
                    ? probe.again(access.held(), before, now)
                    : probe.all(access.renewed(), now);
            found = latest;
            up(latest.capabilities());
        } catch (ComfyUIException noAnswer) {
            away(Absence.of(noAnswer), noAnswer.getMessage());
        } catch (BackendUnusable locked) {
            away(Absence.NO_SECRET, locked.reason());
        }
    }

    private void up(Capabilities capabilities) {
        retry = FIRST_RETRY;
        var since = state instanceof BackendState.Up up ? up.since() : clock.instant();
        become(new BackendState.Up(since, capabilities));
    }

    private void away(Absence why, String details) {
        var since = state instanceof BackendState.Away away ? away.since() : clock.instant();
        become(new BackendState.Away(since, why, details));
    }

    private void become(BackendState next) {
        if (closed) {
            return;
        }
        var before = state;
        state = next;
        if (before.getClass() != next.getClass()) {
            log.info("Backend {} at {} is {}", name, url, word(next));
            warnIfNodesAreMissing(next);
            told = false;
        }
        if (!told) {
            changed.accept(next);
            told = true; // Else those who were not told hear of it after the next look.
        }
    }

    private void warnIfNodesAreMissing(BackendState next) {
        if (next instanceof BackendState.Up up) {
            var missing = probe.missing(up.capabilities());
            if (!missing.isEmpty()) {
                log.warn("Backend {} has no {}: workflows that need them will be refused there", name, missing);
            }
        }
    }

    private static String word(BackendState state) {
        return switch (state) {
            case BackendState.Up up -> "up";
            case BackendState.Away away -> "away: " + away.details();
            case BackendState.Unknown unknown -> "unknown";
            case BackendState.Disabled disabled -> "disabled";
        };
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

    /** Interrupts nobody: whoever is told that a backend came up may be writing to the database at this moment. */
    @Override
    public void close() {
        closed = true;
        access.close();
        asked.release();
    }
}
