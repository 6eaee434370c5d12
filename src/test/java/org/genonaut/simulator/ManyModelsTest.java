package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.simulator.Graphs.inputs;
import static org.genonaut.simulator.Graphs.textToImage;

import java.util.ArrayList;
import java.util.List;
import org.genonaut.simulator.models.Family;
import org.genonaut.simulator.models.ModelFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server with thousands of files in each folder. */
class ManyModelsTest {
    private static final int COUNT = 5000;
    private static Simulator simulator;
    private static TestClient client;

    @BeforeAll
    static void start() {
        var files = new ArrayList<ModelFile>();
        for (var folder : List.of("checkpoints", "loras", "vae", "embeddings")) {
            for (var n = 0; n < COUNT; n++) {
                files.add(ModelFile.of(folder, "shelf%02d/file%04d.safetensors".formatted(n % 50, n), Family.SDXL));
            }
        }
        simulator = Simulator.start(SimulatorOptions.instant().withModels(files));
        client = new TestClient(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void listsThemAll() {
        assertThat(client.json("models/loras").size()).isEqualTo(COUNT);
        assertThat(client.json("object_info/LoraLoader")
                        .at("/LoraLoader/input/required/lora_name/0")
                        .size())
                .isEqualTo(COUNT);
    }

    @Test
    void tellsOfALongListOnlyItsLength() {
        var error = client.post(TestClient.prompt(textToImage(1))).at("/node_errors/4/errors/0");
        assertThat(error.get("details").stringValue())
                .isEqualTo("ckpt_name: 'sd_xl_base_1.0.safetensors' not in (list of length 5000)");
        assertThat(error.at("/extra_info/input_config").isNull()).isTrue();
    }

    @Test
    void runsWithOneOfThem() {
        var graph = textToImage(1);
        inputs(graph, "4").put("ckpt_name", "shelf49/file4999.safetensors");
        inputs(graph, "10").put("lora_name", "shelf00/file0000.safetensors");
        try (var socket = client.open("a")) {
            var id = client.submit(graph, "a");
            socket.untilEndOf(id);
            assertThat(client.history(id).at("/status/completed").booleanValue())
                    .isTrue();
        }
    }
}
