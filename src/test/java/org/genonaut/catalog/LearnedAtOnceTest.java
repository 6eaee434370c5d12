package org.genonaut.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.genonaut.Collision;
import org.genonaut.GeneratingTest;
import org.genonaut.TestFleet;
import org.genonaut.TestFleet.Simulators;
import org.genonaut.backend.Fleet;
import org.genonaut.simulator.models.Family;
import org.genonaut.simulator.models.ModelFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes that see the same new model at the same moment. */
@GeneratingTest
class LearnedAtOnceTest {

    private static final String NAME = "house/learned_at_once_xl.safetensors";

    @Autowired
    private ModelCatalog catalog;

    @Autowired
    private Simulators simulators;

    @BeforeEach
    void aNewModel(@Autowired Fleet fleet) {
        TestFleet.awaitReady(fleet, catalog);
        simulators.borealis().script().models().add(ModelFile.checkpoint(NAME, Family.SDXL));
    }

    @AfterEach
    void takeItAway() {
        simulators.borealis().script().models().remove("checkpoints", NAME);
        catalog.askAll();
    }

    @Test
    void bothKnowItOnceAndWhereItIs(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transactions)
            throws Exception {
        var id = UUID.randomUUID();

        new Collision(jdbc, transactions).of(() -> store(jdbc, id), catalog::askAll);

        var known = catalog.find(ModelType.CHECKPOINT, NAME).orElseThrow();
        assertThat(known.id().value()).isEqualTo(id);
        assertThat(catalog.backendsWith(known)).containsExactly("Borealis");
    }

    /** As the other node does. */
    private static void store(JdbcClient jdbc, UUID id) {
        jdbc.sql("insert into model (id, type, name, family, title, is_active, trigger_words, metadata, created_at,"
                        + " updated_at, version) values (?, 'checkpoint', ?, 'sdxl', 'At once', true, '', '{}',"
                        + " utc_timestamp(6), utc_timestamp(6), 0)")
                .params(id, NAME)
                .update();
    }
}
