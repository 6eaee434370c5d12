package org.genonaut.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import org.genonaut.GenonautTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
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

    /** Else a start from another class path would take each change for a new one, and make all tables again. */
    @Test
    void changesAreKnownByAPathThatDoesNotDependOnHowTheApplicationIsStarted() throws IOException {
        var changes = new PathMatchingResourcePatternResolver().getResources("classpath:db/changelog/changes/*.sql");

        assertThat(changes).isNotEmpty();
        for (var change : changes) {
            assertThat(change.getContentAsString(StandardCharsets.UTF_8).lines().findFirst())
                    .contains("--liquibase formatted sql logicalFilePath:db/changelog/changes/" + change.getFilename());
        }
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

    @ParameterizedTest
    @ValueSource(strings = {"web", "runner"})
    void instantsAreStoredInUtcWhateverTheZoneOfTheMachine(
            String pool, @Autowired JdbcClient web, @Autowired @Qualifier("runner") JdbcClient runner) {
        var jdbc = pool.equals("web") ? web : runner;
        var summer = Instant.parse("2026-07-01T12:00:00.123456Z");
        try {
            jdbc.sql("CREATE OR REPLACE TABLE moment (happened_at datetime(6) NOT NULL)")
                    .update();
            jdbc.sql("INSERT INTO moment VALUES (:moment)")
                    .param("moment", summer)
                    .update();

            assertThat(jdbc.sql("SELECT cast(happened_at AS char) FROM moment")
                            .query(String.class)
                            .single())
                    .isEqualTo("2026-07-01 12:00:00.123456");
            assertThat(jdbc.sql("SELECT happened_at FROM moment")
                            .query(Instant.class)
                            .single())
                    .isEqualTo(summer);
            assertThat(jdbc.sql("SELECT count(*) FROM moment WHERE happened_at = :moment")
                            .param("moment", Timestamp.from(summer))
                            .query(Integer.class)
                            .single())
                    .isOne();
        } finally {
            jdbc.sql("DROP TABLE IF EXISTS moment").update();
        }
    }
}
