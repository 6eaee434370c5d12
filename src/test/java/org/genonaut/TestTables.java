package org.genonaut;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Empties the application's tables between tests. */
public class TestTables {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public TestTables(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Deletes every row of every table but Liquibase's own. */
    public void empty() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("SET SESSION foreign_key_checks = 0").update();
            names().forEach(table -> jdbc.sql("DELETE FROM `" + table + "`").update());
            jdbc.sql("SET SESSION foreign_key_checks = 1").update();
        });
    }

    private List<String> names() {
        return jdbc.sql("""
                        SELECT table_name FROM information_schema.tables
                         WHERE table_schema = database() AND table_type = 'BASE TABLE'
                           AND table_name NOT LIKE 'DATABASECHANGELOG%'
                        """).query((row, number) -> row.getString(1)).list();
    }
}
