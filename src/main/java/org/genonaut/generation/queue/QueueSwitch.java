package org.genonaut.generation.queue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds the whole queue: what runs goes on, nothing begins, on any node. */
@Component
public class QueueSwitch {

    private final JdbcClient jdbc;

    QueueSwitch(@Qualifier("runner") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Since when, and by whose word. */
    public record Pause(Instant since, AccountId by) {}

    public Optional<Pause> pause() {
        return jdbc.sql("select since, account_id from queue_pause")
                .query((row, number) -> new Pause(
                        row.getObject("since", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        new AccountId(row.getObject("account_id", UUID.class))))
                .optional();
    }

    /** @return false when it is paused already */
    public boolean pause(AccountId by) {
        return jdbc.sql("insert ignore into queue_pause (id, since, account_id) values (1, utc_timestamp(6), ?)")
                        .param(by.value())
                        .update()
                == 1;
    }

    /** @return false when it was not paused */
    public boolean resume() {
        return jdbc.sql("delete from queue_pause").update() > 0;
    }
}
