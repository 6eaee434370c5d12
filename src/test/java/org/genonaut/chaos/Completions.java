package org.genonaut.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** When jobs were open and when they were completed, by the database's clock, which is this machine's. */
final class Completions {

    private final JdbcClient jdbc;

    Completions(Connection connection) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** @param backend empty for any */
    List<Instant> on(Optional<String> backend) {
        return jdbc.sql("select t.ended_at from generation_attempt t join backend b on b.id = t.backend_id"
                        + " where t.outcome = 'success' and b.name = coalesce(?, b.name)")
                .param(backend.orElse(null))
                .query((row, number) -> instant(row, 1))
                .list();
    }

    List<Recovery.Busy> busy() {
        return jdbc.sql("select created_at, coalesce(finished_at, utc_timestamp(6)) from generation_job")
                .query((row, number) -> new Recovery.Busy(instant(row, 1), instant(row, 2)))
                .list();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
