package org.genonaut.backend;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks every two seconds at the rows of the fleet, of which there are few: what other nodes have written is followed, and
 * who watches is told what the backends have to do.
 */
@Component
public class FleetWork implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FleetWork.class);

    private static final int SECONDS = 2;

    private final Fleet fleet;
    private final LoadedModels models;
    private final JdbcClient jdbc;
    private final Set<Consumer<List<BackendAtWork>>> watchers = new CopyOnWriteArraySet<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fleet-work").factory());
    private volatile Map<BackendId, Row> rows = Map.of();
    private List<BackendAtWork> told = List.of();

    private record Row(
            BackendId id, long version, int jobs, @Nullable UUID model) {}

    FleetWork(Fleet fleet, LoadedModels models, JdbcClient jdbc) {
        this.fleet = fleet;
        this.models = models;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        fleet.subscribe(this::tell);
        looks.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            rows = read();
            var versions = rows.values().stream().collect(Collectors.toMap(Row::id, Row::version));
            if (fleet.isBehind(versions)) {
                fleet.follow();
            }
            tell();
        } catch (DataAccessException | TransactionException databaseAway) {
            log.debug("The fleet cannot be read at the moment: {}", databaseAway.getMessage());
        } catch (RuntimeException unexpected) {
            log.error("Reading the fleet failed in an unexpected way, again soon", unexpected);
        }
    }

    private Map<BackendId, Row> read() {
        return jdbc
                .sql("""
                        select b.id, b.version, b.loaded_model_id,
                               (select count(s.job_id) from backend_slot s where s.backend_id = b.id) jobs
                          from backend b
                        """)
                .query((row, number) -> new Row(
                        new BackendId(row.getObject("id", UUID.class)),
                        row.getLong("version"),
                        row.getInt("jobs"),
                        row.getObject("loaded_model_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, row -> row));
    }

    /** Whoever watches hears of each change, and of no standstill. */
    private synchronized void tell() {
        if (watchers.isEmpty()) {
            return;
        }
        var now = backends();
        if (!now.equals(told)) {
            told = now;
            watchers.forEach(watcher -> watcher.accept(now));
        }
    }

    /** All backends by name with what they had to do at the last look; not those that an admin has removed. */
    public List<BackendAtWork> backends() {
        return fleet.backends().stream().map(this::atWork).toList();
    }

    private BackendAtWork atWork(Backend backend) {
        var row = rows.get(backend.id());
        if (row == null) {
            return new BackendAtWork(backend, 0, null);
        }
        var model = row.model();
        return new BackendAtWork(
                backend, row.jobs(), model == null ? null : models.title(model).orElse(null));
    }

    /** Tells the present first, and then each change, on any thread; answers how to stop. */
    public Runnable subscribe(Consumer<List<BackendAtWork>> watcher) {
        watchers.add(watcher);
        watcher.accept(backends());
        return () -> watchers.remove(watcher);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
