package org.genonaut;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets two store the same at the same moment: the second finds nothing, and is held up until the first has stored it. */
public final class Collision {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public Collision(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * @param first takes part in a transaction that ends only when the second waits for it
     * @throws ExecutionException with what the second threw
     */
    public void of(Runnable first, Runnable second) throws ExecutionException, InterruptedException, TimeoutException {
        try (var other = Executors.newSingleThreadExecutor()) {
            Future<?> held = transactions.execute(status -> {
                first.run();
                var submitted = other.submit(second);
                await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
                return submitted;
            });
            held.get(20, TimeUnit.SECONDS);
        }
    }

    /** Asked on a thread of its own, so on another connection. */
    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) from information_schema.processlist where db = database()"
                                + " and info like 'insert into%' and time_ms > 200")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
