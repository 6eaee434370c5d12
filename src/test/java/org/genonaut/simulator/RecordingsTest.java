package org.genonaut.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.genonaut.simulator.models.Family;
import org.genonaut.simulator.models.ModelFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Replays what was recorded on a real server of version 0.3.64. What is compared in another way than exactly stands in
 * {@link RecordedForm}. Left out of the recordings is what depends on the moment: four prompts sent at once, a
 * connection that is cut by its client, an upload of 101 MiB, and files that are put among the models.
 */
class RecordingsTest {
    private static final List<ModelFile> MODELS = List.of(
            new ModelFile("checkpoints", "broken.safetensors", Family.SD15, 0, Map.of()),
            ModelFile.checkpoint("plain-sd15.safetensors", Family.SD15),
            ModelFile.checkpoint("sub/full-sd15.safetensors", Family.SD15),
            ModelFile.lora("nometa.safetensors", Family.SD15),
            ModelFile.lora("some_style.safetensors", Family.SD15),
            ModelFile.lora("styles/nested style.safetensors", Family.SD15),
            ModelFile.lora("wrong_shape.safetensors", Family.SDXL));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02-success",
                "03-txt2img",
                "04-validation",
                "05-execution-errors",
                "06-interrupt",
                "07-queue",
                "08-reconnect",
                "09-history-free",
                "10-upload-view",
                "13-previews",
                "20-misc",
            })
    void answersAsARealServerDid(String recording) {
        var turnstile = new Turnstile(RecordedSteps.STEPPING);
        var options = SimulatorOptions.instant().withModels(MODELS).withPreviews(recording.equals("13-previews"));
        try (var simulator = Simulator.start(options, turnstile::after)) {
            new Replay(entries(recording), simulator, turnstile).run();
        }
    }

    private static List<JsonNode> entries(String recording) {
        var resource = "recordings/" + recording + ".json";
        try (var in = RecordingsTest.class.getResourceAsStream(resource)) {
            return RecordedForm.JSON
                    .readTree(Objects.requireNonNull(in, resource))
                    .valueStream()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
