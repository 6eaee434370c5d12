package org.genonaut.backend.health;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.genonaut.backend.Absence;
import org.genonaut.backend.BackendState;
import org.genonaut.backend.BackendState.Look;
import org.genonaut.backend.connection.Access;
import org.genonaut.backend.connection.BackendUnusable;
import org.genonaut.backend.connection.StoredConnection;
import org.genonaut.comfyui.Capabilities;
import org.genonaut.comfyui.ComfyUIClient;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.ComfyUIServer;
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
    private final StoredConnection connection;
    private final Access access;
    private final Probe probe;
    private final Clock clock;
    private final HealthListener listener;
    private final RestartSigns restarts = new RestartSigns();
    private final Semaphore asked = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private boolean told = true;
    private volatile Look look;
    private Duration retry = FIRST_RETRY;
    private volatile Probe.@Nullable Found found;

    HealthWatch(Watches.Watched backend, Access access, Probe probe, Clock clock, HealthListener listener) {
        this.name = backend.name();
        this.connection = backend.connection();
        this.access = access;
        this.probe = probe;
        this.clock = clock;
        this.listener = listener;
        this.look = new BackendState.Unknown(clock.instant());
        this.thread = Thread.ofVirtual().name("health-" + name).unstarted(this::watch);
    }

    /** Whether it asks as this connection wants it. */
    boolean reaches(StoredConnection wanted) {
        return connection.equals(wanted);
    }

    void start() {
        thread.start();
    }

    /** What was seen last. */
    Look seen() {
        return look;
    }

    /** As they were when it last answered; null if it has not yet. */
    @Nullable Capabilities capabilities() {
        var latest = found;
        return latest == null ? null : latest.capabilities();
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
            var wasAway = look instanceof BackendState.Away;
            // A token that was changed while it answered to the old one is noticed when it no longer does.
            var comfyUI = look instanceof BackendState.Up ? access.held() : access.renewed();
            var latest = asked(comfyUI.server());
            if (restarts.show(comfyUI.server(), latest.capabilities().stats(), wasAway)) {
                log.info("Backend {} was started anew", name);
                listener.restarted();
            }
            found = latest;
            retry = FIRST_RETRY;
            become(look.answered(latest.capabilities(), clock.instant()));
            listener.answered(comfyUI);
        } catch (ComfyUIException noAnswer) {
            become(look.silent(Absence.of(noAnswer), noAnswer.getMessage(), clock.instant()));
        } catch (BackendUnusable locked) {
            become(look.silent(Absence.NO_SECRET, locked.reason(), clock.instant()));
        }
    }

    private Probe.Found asked(ComfyUIServer server) {
        var before = found;
        return look instanceof BackendState.Up && before != null
                ? probe.again(server, before, clock.instant())
                : probe.all(server, clock.instant());
    }

    private void become(Look next) {
        if (closed) {
            return;
        }
        var before = look;
        look = next;
        if (before.getClass() != next.getClass()) {
            log.info("Backend {} at {} is {}", name, connection.url(), word(next));
            warnIfNodesAreMissing(next);
            told = false;
        }
        if (!told) {
            listener.changed(next);
            told = true; // Else those who were not told hear of it after the next look.
        }
    }

    private void warnIfNodesAreMissing(Look next) {
        if (next instanceof BackendState.Up up) {
            var missing = probe.missing(up.capabilities());
            if (!missing.isEmpty()) {
                log.warn("Backend {} has no {}: workflows that need them will be refused there", name, missing);
            }
        }
    }

    private static String word(Look look) {
        return switch (look) {
            case BackendState.Up up -> "up";
            case BackendState.Away away -> "away: " + away.details();
            case BackendState.Unknown unknown -> "unknown";
        };
    }

    /** Longer each time while it is away, with some jitter, so that a fleet does not come back in step. */
    private Duration pause() {
        if (look instanceof BackendState.Up) {
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
