package org.genonaut.generation.forecast;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.pace.Paces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Keeps one projection of the queue, renewed every two seconds while anyone looks and not at all otherwise. */
@Component
class Projections implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Projections.class);

    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final long LOOKED_AT_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long YOUNG_NANOS = PERIOD.plusMillis(500).toNanos();
    /** Without the database; then it is better to say nothing. */
    private static final long OLD_NANOS = Duration.ofSeconds(30).toNanos();
    /** Reading may take this part of the time when somebody asks for what is new. */
    private static final int RARELY = 20;

    private final QueueReader reader;
    private final Predictions predictions;
    private final Fleet fleet;
    private final Paces paces;
    private final ModelCatalog catalog;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final ReentrantLock loading = new ReentrantLock();
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("queue-projection").factory());

    private volatile @Nullable Loaded loaded;
    private volatile long askedAt = System.nanoTime() - LOOKED_AT_NANOS;

    Projections(QueueReader reader, Predictions predictions, Fleet fleet, Paces paces, ModelCatalog catalog) {
        this.reader = reader;
        this.predictions = predictions;
        this.fleet = fleet;
        this.paces = paces;
        this.catalog = catalog;
    }

    private record Loaded(Projection projection, long at, long took) {

        long age() {
            return System.nanoTime() - at;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        turns.scheduleWithFixedDelay(this::turn, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Empty when the queue could not be read for some time. */
    Optional<Projection> current() {
        askedAt = System.nanoTime();
        var present = loaded;
        if (present == null || present.age() > YOUNG_NANOS) {
            renew(present);
        }
        return young();
    }

    /** One that is younger than this request, if it can be had without reading all the time. */
    Optional<Projection> knowing(UUID request) {
        var projection = current();
        var present = loaded;
        if (present == null
                || present.projection().knows(request)
                || present.age() < Math.max(RARELY * present.took(), PERIOD.toNanos() / RARELY)) {
            return projection;
        }
        renew(present);
        return young();
    }

    /** Calls the listener, on some thread, after each renewal; while there is one, there are renewals. */
    Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private Optional<Projection> young() {
        return Optional.ofNullable(loaded)
                .filter(present -> present.age() < OLD_NANOS)
                .map(Loaded::projection);
    }

    private void turn() {
        try {
            if (!listeners.isEmpty() || System.nanoTime() - askedAt < LOOKED_AT_NANOS) {
                renew(loaded);
                listeners.forEach(Runnable::run);
            }
        } catch (RuntimeException unexpected) {
            log.warn("The projection of the queue could not be renewed", unexpected);
        }
    }

    /** Who finds another at it waits for that one. */
    private void renew(@Nullable Loaded before) {
        loading.lock();
        try {
            if (loaded == before) {
                loaded = load();
            }
        } catch (DataAccessException databaseAway) {
            log.warn("The queue could not be read: {}", databaseAway.getMessage());
        } finally {
            loading.unlock();
        }
    }

    private Loaded load() {
        long begin = System.nanoTime();
        var projection = new Projection(reader.read(), fleet.backends(), paces, catalog, predictions.bounds());
        var result = new Loaded(projection, begin, System.nanoTime() - begin);
        predictions.follow(projection);
        return result;
    }

    @Override
    public void close() {
        turns.shutdownNow();
    }
}
