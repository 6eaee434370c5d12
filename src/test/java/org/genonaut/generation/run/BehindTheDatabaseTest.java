package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.time.Duration;
import org.genonaut.TestAccounts;
import org.genonaut.TestFleet;
import org.genonaut.TestFleet.Simulators;
import org.genonaut.backend.BackendId;
import org.genonaut.backend.BackendUp;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.simulator.models.Family;
import org.genonaut.simulator.models.ModelFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node that has not heard yet what another one has learned. */
@Timeout(180)
class BehindTheDatabaseTest {

    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes(false);
    }

    @AfterAll
    static void end() {
        nodes.close();
    }

    @Test
    void runsAJobWhoseModelOnlyAnotherNodeHasSeenCome() {
        var account = nodes.a().getBean(TestAccounts.class).member(TestFleet.newName());
        var model = await().until(
                        BehindTheDatabaseTest::newModelThatOneNodeHasSeen, BehindTheDatabaseTest::isNewToTheOther);
        var id = TwoNodes.submit(nodes.a(), account.id(), aGeneration().withCheckpoint(model));

        TwoNodes.run(nodes.b(), "Borealis");

        var generations = nodes.a().getBean(GenerationService.class);
        var ended = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> generations.find(account.id(), id).orElseThrow(),
                        found -> !found.status().isOpen());
        assertThat(ended.status()).as(String.valueOf(ended.error())).isEqualTo(GenerationStatus.COMPLETED);
    }

    private static String newModelThatOneNodeHasSeen() {
        var name = "house/" + TestFleet.newName() + "_xl.safetensors";
        nodes.a().getBean(Simulators.class).borealis().script().models().add(ModelFile.checkpoint(name, Family.SDXL));
        nodes.a().publishEvent(new BackendUp(borealis()));
        return name;
    }

    /** It is not, while the other node still reads what there was when it came up. */
    private static boolean isNewToTheOther(String model) {
        return nodes.b()
                .getBean(ModelCatalog.class)
                .find(ModelType.CHECKPOINT, model)
                .isEmpty();
    }

    private static BackendId borealis() {
        return nodes.a().getBean(Fleet.class).backends().stream()
                .filter(backend -> backend.name().equals("Borealis"))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
