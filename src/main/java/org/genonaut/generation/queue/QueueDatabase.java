package org.genonaut.generation.queue;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of the executor, on connections of its own, so that searches cannot stop the GPUs. The one place where a
 * deadlock or a lock's time limit is answered by trying again.
 */
@Component
class QueueDatabase {

    private static final Logger log = LoggerFactory.getLogger(QueueDatabase.class);

    private static final int TRIES = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    QueueDatabase(@Qualifier("runner") JdbcClient jdbc, @Qualifier("runner") TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    <T> T inTransaction(Function<JdbcClient, T> work) {
        return untilNotLocked(() -> transactions.execute(status -> work.apply(jdbc)));
    }

    /** For a single statement, which needs no transaction: two messages less to the database. */
    <T> T inStatement(Function<JdbcClient, T> work) {
        return untilNotLocked(() -> work.apply(jdbc));
    }

    private static <T> T untilNotLocked(Supplier<@Nullable T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(work.get());
            } catch (PessimisticLockingFailureException locked) {
                if (attempt == TRIES) {
                    throw locked;
                }
                log.debug("Locked out, trying again", locked);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * 20_000_000L));
            }
        }
    }

    /** For reads that need no transaction. */
    JdbcClient jdbc() {
        return jdbc;
    }
}
