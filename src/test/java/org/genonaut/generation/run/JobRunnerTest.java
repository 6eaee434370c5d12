package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.genonaut.GeneratingTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestFleet;
import org.genonaut.TestFleet.Simulators;
import org.genonaut.account.AccountId;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.FailureKind;
import org.genonaut.generation.GeneratedImage;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationParametersBuilder;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.node.NodeFailure;
import org.genonaut.storage.ImageStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GeneratingTest
class JobRunnerTest {

    @Autowired
    private GenerationService generations;

    @Autowired
    private ImageStore store;

    @Autowired
    private Simulators simulators;

    @Autowired
    private Fleet fleet;

    @Autowired
    private ModelCatalog catalog;

    @Autowired
    private TestAccounts accounts;

    private AccountId maya;

    @BeforeEach
    void aMemberAndAFleet() {
        maya = accounts.member(TestFleet.newName()).id();
        TestFleet.awaitReady(fleet, catalog);
    }

    @Test
    void keepsEveryImageAsComfyUIMadeIt() throws IOException, NoSuchAlgorithmException {
        var id = submit(aGeneration().inBatchesOf(2, 3));

        var ended = awaitEnd(id);

        assertThat(ended.status()).isEqualTo(GenerationStatus.COMPLETED);
        assertThat(ended.images()).extracting(GeneratedImage::number).containsExactly(0, 1, 2, 3, 4, 5);
        for (var image : ended.images()) {
            var bytes = store.open(image.key()).content().getContentAsByteArray();
            assertThat(image.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            assertThat(image.width()).isEqualTo(64);
            assertThat(image.bytes()).isEqualTo(bytes.length);
        }
    }

    @Test
    void sharesTheJobsOfOneRequestAmongTheBackends() {
        var atlas = simulators.atlas().script().pauseAtNode("KSampler");
        var borealis = simulators.borealis().script().pauseAtNode("KSampler");

        var id = submit(aGeneration().inBatchesOf(1, 2));
        atlas.awaitReached();
        borealis.awaitReached();
        atlas.release();
        borealis.release();

        assertThat(awaitEnd(id).jobs())
                .extracting(Generation.Job::backend)
                .containsExactlyInAnyOrder("Atlas", "Borealis");
    }

    @Test
    void namesTheNodeThatFailed() {
        both(script -> script.script().failNext(NodeFailure.at("VAEDecode", "RuntimeError", "bad latent")));

        var ended = awaitEnd(submit(aGeneration().inBatchesOf(1, 2)));

        assertThat(ended.status()).isEqualTo(GenerationStatus.FAILED);
        assertThat(ended.error()).contains("2 of 2").contains("VAEDecode");
        assertThat(ended.jobs()).allSatisfy(job -> {
            assertThat(job.failureKind()).isEqualTo(FailureKind.NODE_FAILED);
            assertThat(job.failureDetails()).contains("bad latent");
        });
    }

    @Test
    void tellsThatTheMemoryWasTooSmall() {
        both(simulator -> simulator.script().failNext(NodeFailure.outOfMemoryAt("KSampler")));

        var ended = awaitEnd(submit(aGeneration().inBatchesOf(1, 2)));

        assertThat(ended.failedJob())
                .hasValueSatisfying(job -> assertThat(job.failureKind()).isEqualTo(FailureKind.OUT_OF_MEMORY));
    }

    @Test
    void interruptsWhatRunsAndDropsWhatWaits() {
        var atlas = simulators.atlas().script().pauseAtStep(2);
        var borealis = simulators.borealis().script().pauseAtStep(2);
        var id = submit(aGeneration().inBatchesOf(1, 8));
        atlas.awaitReached();
        borealis.awaitReached();

        generations.cancel(maya, id);
        // What is ready at a server leaves its queue; what runs stops at its next step, or was quicker.
        await().atMost(Duration.ofSeconds(30)).until(() -> jobsThatAre("cancelled", id) >= 6);
        atlas.release();
        borealis.release();
        var ended = awaitEnd(id);

        assertThat(ended.status()).isEqualTo(GenerationStatus.CANCELLED);
        assertThat(ended.jobs()).allSatisfy(job -> assertThat(job.status()).isIn("cancelled", "completed"));
    }

    @Test
    void makesAJobAgainThatARestartOfComfyUILost() {
        var held = simulators.atlas().script().pauseAtNode("KSampler");
        var alsoHeld = simulators.borealis().script().pauseAtNode("KSampler");
        var id = submit(aGeneration().inBatchesOf(1, 2));
        held.awaitReached();
        alsoHeld.awaitReached();

        simulators.atlas().script().restart();
        held.release();
        alsoHeld.release();
        var ended = awaitEnd(id);

        assertThat(ended.status()).isEqualTo(GenerationStatus.COMPLETED);
        assertThat(ended.images()).hasSize(2);
    }

    @Test
    void finishesWithoutASocket() {
        var held = simulators.atlas().script().pauseAtNode("KSampler");
        var alsoHeld = simulators.borealis().script().pauseAtNode("KSampler");
        var id = submit(aGeneration().inBatchesOf(1, 2));
        held.awaitReached();
        alsoHeld.awaitReached();

        both(simulator -> simulator.script().dropSockets());
        held.release();
        alsoHeld.release();

        assertThat(awaitEnd(id).images()).hasSize(2);
    }

    @Test
    void givesABackendItsNextJobsWhilePicturesOfEarlierOnesAreStillFetched() {
        int before = runsOf(simulators.atlas());
        both(simulator -> simulator.script().faults().switchOn(new Fault.ThrottledView(1_000), 3));

        var id = submit(aGeneration().inBatchesOf(1, 6));
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> runsOf(simulators.atlas()) >= before + 3);

        assertThat(jobsThatAre("completed", id)).isZero();
        assertThat(awaitEnd(id).images()).hasSize(6);
    }

    private static int runsOf(Simulator simulator) {
        return simulator.script().book().runs().size();
    }

    private void both(Consumer<Simulator> action) {
        action.accept(simulators.atlas());
        action.accept(simulators.borealis());
    }

    /** With a seed of its own: else the servers would answer from their cache and run no node. */
    private GenerationId submit(GenerationParametersBuilder generation) {
        return generations.submit(maya, GenerationDraft.of(generation.build().withSeed(Seed.random())));
    }

    private long jobsThatAre(String status, GenerationId id) {
        return generations.find(maya, id).orElseThrow().jobs().stream()
                .filter(job -> job.status().equals(status))
                .count();
    }

    private Generation awaitEnd(GenerationId id) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> generations.find(maya, id).orElseThrow(),
                        found -> !found.status().isOpen());
    }
}
