package org.genonaut.generation.lane;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Knows whether the whole queue is paused, also when that was done at another node: it looks every two seconds. */
@Component
public class QueueHold implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(QueueHold.class);

    private static final int SECONDS = 2;

    private final JdbcClient jdbc;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("queue-hold").factory());
    private volatile Optional<Hold> hold = Optional.empty();

    QueueHold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by whose wish it is */
    public record Hold(String by) {}

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        looks.scheduleWithFixedDelay(this::turn, 0, SECONDS, TimeUnit.SECONDS);
    }

    /** As it was at the last look. */
    public Optional<Hold> now() {
        return hold;
    }

    /** Calls the listener, on some thread, when the queue is paused or goes on; answers how to stop. */
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void turn() {
        try {
            look();
        } catch (DataAccessException | TransactionException databaseAway) {
            log.debug("Whether the queue is paused cannot be read at the moment: {}", databaseAway.getMessage());
        } catch (RuntimeException unexpected) {
            log.error("Looking whether the queue is paused failed in an unexpected way, again soon", unexpected);
        }
    }

    /** Looks at once, for who has just changed it. */
    public synchronized void look() {
        var present = jdbc.sql("select p.display_name from queue_pause q join account p on p.id = q.account_id")
                .query((row, number) -> new Hold(row.getString("display_name")))
                .optional();
        if (!present.equals(hold)) {
            hold = present;
            listeners.forEach(Runnable::run);
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
