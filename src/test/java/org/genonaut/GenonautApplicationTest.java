package org.genonaut;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@GenonautTest
class GenonautApplicationTest {

    @Test
    void bothPoolsTalkUtcAndReadCommitted(
            @Autowired JdbcClient web, @Autowired @Qualifier("runner") JdbcClient runner) {
        for (var jdbc : new JdbcClient[] {web, runner}) {
            assertThat(jdbc.sql("SELECT @@tx_isolation").query(String.class).single())
                    .isEqualTo("READ-COMMITTED");
            assertThat(jdbc.sql("SELECT timestampdiff(SECOND, utc_timestamp(), now())")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
        assertThat(web).isNotSameAs(runner);
    }
}
