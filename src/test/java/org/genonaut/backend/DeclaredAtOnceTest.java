package org.genonaut.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.genonaut.Collision;
import org.genonaut.GenonautTest;
import org.genonaut.TestTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes that start for the first time, at once, on one database. */
@GenonautTest
class DeclaredAtOnceTest {

    private static final List<BackendDeclaration> FLEET = List.of(
            new BackendDeclaration("Atlas", URI.create("http://127.0.0.1:1")),
            new BackendDeclaration("Borealis", URI.create("http://127.0.0.1:2")));

    @Autowired
    private BackendRegistry registry;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void nothing(@Autowired TestTables tables) {
        tables.empty();
    }

    @Test
    void haveTheSameFleetWithTwoSlotsEach() throws Exception {
        new Collision(jdbc, transactions).of(this::declare, this::declare);

        assertThat(registry.all()).extracting(StoredBackend::name).containsExactlyInAnyOrder("Atlas", "Borealis");
        assertThat(jdbc.sql("select count(*) from backend_slot")
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
    }

    private void declare() {
        registry.declare(BackendOrigin.CONFIG, FLEET, "No longer named.");
    }
}
