package org.genonaut.generation.lane;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.genonaut.account.AccountId;
import org.genonaut.generation.GenerationEvents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what an account has waiting or running. */
@Component
public class OpenGenerations {

    private static final String COUNT = """
            select count(*) from generation_request where account_id = ? and status in ('pending', 'processing')""";

    private static final String WAITING =
            "select count(*) from generation_request where account_id = ? and status = 'pending'";

    private final JdbcClient jdbc;
    private final GenerationEvents events;

    OpenGenerations(JdbcClient jdbc, GenerationEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    public int count(AccountId account) {
        return jdbc.sql(COUNT).param(account.value()).query(Integer.class).single();
    }

    /** Those of which nothing has begun. */
    public int waiting(AccountId account) {
        return jdbc.sql(WAITING).param(account.value()).query(Integer.class).single();
    }

    /** The listener hears a number at once, and a new one on some thread whenever the count may have changed. */
    public Runnable follow(AccountId account, Consumer<Long> listener) {
        var changes = new AtomicLong();
        var unsubscribe = events.subscribe(account, () -> listener.accept(changes.incrementAndGet()));
        listener.accept(changes.incrementAndGet());
        return unsubscribe;
    }
}
