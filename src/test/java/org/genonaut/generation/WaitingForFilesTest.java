package org.genonaut.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.time.Duration;
import java.util.List;
import org.genonaut.ChangingFleetTest;
import org.genonaut.SignedInAs;
import org.genonaut.TestFleet;
import org.genonaut.TestFleet.Simulators;
import org.genonaut.account.CurrentAccount;
import org.genonaut.account.Role;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.draft.Violation;
import org.genonaut.generation.forecast.Receipt;
import org.genonaut.generation.forecast.Receipts;
import org.genonaut.generation.forecast.Why;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.simulator.models.Family;
import org.genonaut.simulator.models.ModelFile;
import org.genonaut.simulator.models.ModelShelf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** Generations whose files are on no backend together, where such are to wait. */
@ChangingFleetTest
@SignedInAs(value = "waiting-for-files", role = Role.ADMIN)
class WaitingForFilesTest {

    private static final ModelFile CHECKPOINT = ModelFile.checkpoint("house/waited_for_xl.safetensors", Family.SDXL);
    private static final ModelFile LORA = ModelFile.lora("house/waited_for_lora_xl.safetensors", Family.SDXL);

    @Autowired
    private GenerationService generations;

    @Autowired
    private Receipts receipts;

    @Autowired
    private ModelCatalog catalog;

    @Autowired
    private CurrentAccount account;

    /** Each application puts its own in place, for the whole process; those of other tests rely on theirs. */
    private static SecurityContextHolderStrategy strategy;

    private ModelShelf atlas;
    private ModelShelf borealis;

    @BeforeAll
    static void rememberTheStrategy() {
        strategy = SecurityContextHolder.getContextHolderStrategy();
    }

    @AfterAll
    static void giveItBack() {
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }

    /** The catalog knows both, as of earlier. */
    @BeforeEach
    void oneFileOnEachBackend(@Autowired Fleet fleet, @Autowired Simulators simulators) {
        TestFleet.awaitReady(fleet, catalog);
        atlas = simulators.atlas().script().models();
        borealis = simulators.borealis().script().models();
        List.of(atlas, borealis).forEach(shelf -> {
            shelf.remove("checkpoints", CHECKPOINT.name());
            shelf.remove("loras", LORA.name());
        });
        atlas.add(LORA);
        borealis.add(CHECKPOINT);
        catalog.refresh();
    }

    @Test
    void keepsOneThatNoBackendHasTogetherUntilOneHas() {
        var id = submit();

        assertThat(receipt(id))
                .isEqualTo(new Receipt(
                        null,
                        null,
                        new Why.FileMissing(
                                List.of(),
                                List.of(
                                        new Why.Lacking("Atlas", List.of(CHECKPOINT.name())),
                                        new Why.Lacking("Borealis", List.of(LORA.name()))))));

        atlas.add(CHECKPOINT);
        catalog.refresh();

        awaitPictureFrom("Atlas", id);
    }

    @Test
    void keepsOneWhoseFileIsNowhereUntilItIsBack() {
        borealis.remove("checkpoints", CHECKPOINT.name());
        catalog.refresh();

        var id = submit();

        assertThat(receipt(id).why())
                .isInstanceOfSatisfying(
                        Why.FileMissing.class, why -> assertThat(why.nowhere()).containsExactly(CHECKPOINT.name()));
        atlas.add(CHECKPOINT);
        catalog.refresh();

        awaitPictureFrom("Atlas", id);
    }

    @Test
    void stillRefusesWhatNobodyEverHad() {
        var unknown =
                aGeneration().withCheckpoint("house/never_seen.safetensors").build();

        assertThat(Refusal.of(() -> generations.submit(account.id(), GenerationDraft.of(unknown))))
                .extracting(Violation::field)
                .containsExactly("checkpoint_model");
    }

    private GenerationId submit() {
        var wanted = aGeneration()
                .withCheckpoint(CHECKPOINT.name())
                .withLora(LORA.name(), 1)
                .ofSize(64, 64)
                .build();
        return generations.submit(account.id(), GenerationDraft.of(wanted.withSeed(Seed.random())));
    }

    private Receipt receipt(GenerationId id) {
        var owner = account.id();
        await().until(() -> receipts.of(owner, id).isPresent());
        return receipts.of(owner, id).orElseThrow();
    }

    private void awaitPictureFrom(String backend, GenerationId id) {
        var owner = account.id();
        var ended = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> generations.find(owner, id).orElseThrow(),
                        found -> !found.status().isOpen());
        assertThat(ended.status()).isEqualTo(GenerationStatus.COMPLETED);
        assertThat(ended.jobs()).extracting(Generation.Job::backend).containsOnly(backend);
    }
}
