package org.genonaut.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.genonaut.GenonautTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Liquibase has made the tables, and Hibernate has compared them with the entities, when this begins. */
@GenonautTest
class SchemaTest {

    @Test
    void everyTableSortsAlike(@Autowired JdbcClient jdbc) {
        var others = jdbc.sql("""
                        SELECT table_name FROM information_schema.tables
                         WHERE table_schema = database() AND table_type = 'BASE TABLE'
                           AND table_collation <> 'utf8mb4_uca1400_ai_ci'
                        """).query((row, number) -> row.getString(1)).list();

        assertThat(others).isEmpty();
    }

    @Test
    void bothPoolsSpeakUtcAndReadCommitted(
            @Autowired JdbcClient web, @Autowired @Qualifier("runner") JdbcClient runner) {
        for (var jdbc : new JdbcClient[] {web, runner}) {
            assertThat(jdbc.sql("SELECT @@tx_isolation").query(String.class).single())
                    .isEqualTo("READ-COMMITTED");
            assertThat(jdbc.sql("SELECT timestampdiff(SECOND, utc_timestamp(), now())")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void theRunnerHasAPoolOfItsOwn(@Autowired JdbcClient web, @Autowired @Qualifier("runner") JdbcClient runner) {
        assertThat(web).isNotSameAs(runner);
    }
}
