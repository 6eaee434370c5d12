package org.genonaut.generation.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.account.limit.CalendarDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what an account has spent, at this moment of the database's clock. */
@Component
class SpendingReader {

    private static final String IMAGES =
            "select minute, images from usage_minute where account_id = ? and minute > ? order by minute";

    /** One statement sees one moment: a job that ends meanwhile is either still expected or charged already. */
    private static final String GPU = """
            select
              (select coalesce(sum(gpu_ms), 0) / 1000 from usage_day where account_id = :account and day = :day) today,
              (select coalesce(sum(gpu_ms), 0) / 1000 from usage_day
                where account_id = :account and day between :month and :day) this_month,
              (select coalesce(sum(cost), 0) from generation_job where account_id = :account
                and status in ('waiting', 'backing_off', 'paused', 'processing')) expected""";

    private final JdbcClient jdbc;
    private final CalendarDays days;

    SpendingReader(JdbcClient jdbc, CalendarDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    Spending of(AccountId account) {
        var now = now(jdbc);
        var images = new TreeMap<Instant, Integer>();
        jdbc.sql(IMAGES).params(account.value(), now.minus(Spending.COUNTS_FOR)).query(row -> {
            images.put(row.getObject("minute", Instant.class), row.getInt("images"));
        });
        return jdbc.sql(GPU)
                .param("account", account.value())
                .param("day", days.day(now))
                .param("month", days.day(now).withDayOfMonth(1))
                .query((row, number) -> spending(now, images, row))
                .single();
    }

    private Spending spending(Instant now, TreeMap<Instant, Integer> images, ResultSet gpu) throws SQLException {
        return new Spending(
                now,
                images,
                gpu.getDouble("today"),
                gpu.getDouble("this_month"),
                gpu.getDouble("expected"),
                days.nextDay(now),
                days.nextMonth(now));
    }

    int openJobs(AccountId account) {
        return jdbc.sql("select open_jobs from queue_flow where account_id = ?")
                .param(account.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    static Instant now(JdbcClient jdbc) {
        return jdbc.sql("select utc_timestamp(6)")
                .query((row, number) -> row.getObject(1, Instant.class))
                .single();
    }

    /** Counting waits for whoever counts for the same account; always the flow before what is counted. */
    static void lock(JdbcClient jdbc, UUID account) {
        // Inserting first would have two that come at once share the row's lock, and wait for each other.
        if (!locked(jdbc, account)) {
            jdbc.sql("insert ignore into queue_flow (account_id) values (?)")
                    .param(account)
                    .update();
            locked(jdbc, account);
        }
    }

    private static boolean locked(JdbcClient jdbc, UUID account) {
        return jdbc.sql("select open_jobs from queue_flow where account_id = ? for update")
                .param(account)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
