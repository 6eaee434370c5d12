package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.genonaut.GeneratingTest;
import org.genonaut.SignedInAs;
import org.genonaut.TestFleet;
import org.genonaut.TestFleet.Simulators;
import org.genonaut.account.CurrentAccount;
import org.genonaut.account.Role;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationParametersBuilder;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.Refusal;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.draft.Violation;
import org.genonaut.simulator.models.Family;
import org.genonaut.simulator.models.ModelFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@GeneratingTest
@SignedInAs(value = "job-workflows", role = Role.ADMIN)
class JobWorkflowsTest {

    private static final String FLUX = "flux1-dev-fp8.safetensors";
    private static final String SCHNELL = "house/flux1-schnell.safetensors";
    private static final String OUR_VAE = "house/job_workflows_xl.safetensors";
    private static final String OUR_CHECKPOINT = "house/job_workflows_base_xl.safetensors";
    private static final String OUR_LORA = "house/job_workflows_xl.safetensors";

    @Autowired
    private GenerationService generations;

    @Autowired
    private CurrentAccount account;

    @Autowired
    private Simulators simulators;

    @Autowired
    private ModelCatalog catalog;

    @BeforeEach
    void aFleetWithModelsOfOurs(@Autowired Fleet fleet) {
        TestFleet.awaitReady(fleet, catalog);
        var borealis = simulators.borealis().script().models();
        borealis.add(new ModelFile("vae", OUR_VAE, Family.SDXL, 1_000, Map.of()));
        borealis.add(ModelFile.checkpoint(SCHNELL, Family.FLUX));
        borealis.add(ModelFile.checkpoint(OUR_CHECKPOINT, Family.SDXL));
        simulators.atlas().script().models().add(ModelFile.lora(OUR_LORA, Family.SDXL));
        catalog.refresh();
    }

    @AfterEach
    void takeThemAway() {
        var borealis = simulators.borealis().script().models();
        borealis.remove("vae", OUR_VAE);
        borealis.remove("checkpoints", SCHNELL);
        borealis.remove("checkpoints", OUR_CHECKPOINT);
        simulators.atlas().script().models().remove("loras", OUR_LORA);
        catalog.refresh();
    }

    @Test
    void sendsAFluxTheGraphOfAFlux() {
        var graph = graph(aGeneration()
                .withCheckpoint(FLUX)
                .withPrompt("a lighthouse", "")
                .withLora("flux/filmGrain_flux.safetensors", 0.5)
                .withGuidance(2.5));

        assertThat(classes(graph))
                .containsExactly(
                        "CheckpointLoaderSimple",
                        "LoraLoaderModelOnly",
                        "CLIPTextEncode",
                        "FluxGuidance",
                        "ConditioningZeroOut",
                        "EmptySD3LatentImage",
                        "KSampler",
                        "VAEDecode",
                        "SaveImage");
        assertThat(graph.findValue("guidance").doubleValue()).isEqualTo(2.5);
    }

    @Test
    void neitherAsksNorTellsASchnellOfGuidance() {
        var schnell = aGeneration().withCheckpoint(SCHNELL).withPrompt("a lighthouse", "");

        assertThat(classes(graph(schnell))).doesNotContain("FluxGuidance");
        assertThat(Refusal.of(() -> generations.submit(
                        account.id(),
                        GenerationDraft.of(schnell.withGuidance(3.5).build()))))
                .extracting(Violation::field)
                .containsExactly("sampler_params.guidance");
    }

    @Test
    void stopsTheTextEncoderEarlyWhenItIsTold() {
        var graph = graph(aGeneration().withClipSkip(2));

        assertThat(graph.findValue("stop_at_clip_layer").intValue()).isEqualTo(-2);
    }

    @Test
    void waitsForTheBackendThatHasTheVae() {
        var ended = run(aGeneration().withVae(OUR_VAE).inBatchesOf(1, 4));

        assertThat(ended.jobs()).hasSize(4).extracting(Generation.Job::backend).containsOnly("Borealis");
        assertThat(graph(ended).findValue("vae_name").stringValue()).isEqualTo(OUR_VAE);
    }

    @Test
    void refusesAVaeThatIsNowhereTogetherWithTheRest() {
        var apart = aGeneration().withVae(OUR_VAE).withLora(OUR_LORA, 1).build();

        assertThat(Refusal.of(() -> generations.submit(account.id(), GenerationDraft.of(apart))))
                .extracting(Violation::field)
                .containsExactly("vae");
    }

    @Test
    void tellsWhichBackendHasWhatOfFilesThatAreNowhereTogether() {
        var apart = aGeneration()
                .withCheckpoint(OUR_CHECKPOINT)
                .withLora(OUR_LORA, 1)
                .build();

        assertThat(Refusal.of(() -> generations.submit(account.id(), GenerationDraft.of(apart))))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo("lora_models");
                    assertThat(violation.message(Locale.ENGLISH))
                            .contains("base xl (Borealis)", "job workflows xl (Atlas)");
                });
    }

    private JsonNode graph(GenerationParametersBuilder generation) {
        return graph(run(generation));
    }

    /** What the backend was sent for the first job. */
    private JsonNode graph(Generation ended) {
        var prompt = ended.jobs().getFirst().promptId();
        return Stream.of(simulators.atlas(), simulators.borealis())
                .flatMap(simulator -> simulator.script().receivedPrompts().stream())
                .filter(received -> received.promptId().equals(prompt))
                .findFirst()
                .orElseThrow()
                .prompt();
    }

    private static List<String> classes(JsonNode graph) {
        return graph.findValuesAsString("class_type");
    }

    private Generation run(GenerationParametersBuilder generation) {
        var id = generations.submit(account.id(), GenerationDraft.of(generation.build()));
        var ended = awaitEnd(id);
        assertThat(ended.status()).as(String.valueOf(ended.error())).isEqualTo(GenerationStatus.COMPLETED);
        return ended;
    }

    private Generation awaitEnd(GenerationId id) {
        var owner = account.id();
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> generations.find(owner, id).orElseThrow(),
                        found -> !found.status().isOpen());
    }
}
