package org.genonaut.generation.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.genonaut.generation.GenerationParameters;
import org.genonaut.generation.LoraWeight;
import org.genonaut.generation.SamplerParams;
import org.genonaut.generation.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkflowBuilderTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void buildsTheReferenceWorkflowForItsParameters() throws IOException {
        var parameters = aGeneration()
                .withPrompt(
                        "masterpiece, detailed anime scene, character smiling softly, cozy room, mixing herbs with"
                                + " mortar and pestle, sitting at desk",
                        "low quality, blurry, extra fingers")
                .withCheckpoint("illustriousXL_v01.safetensors")
                .withLora("char/maomaoIllustrious.safetensors", 0.8)
                .withLora("misc/styles/Ghibli_MK2_style_illustV1.safetensors", 0.6)
                .ofSize(832, 1216)
                .sampledBy(new SamplerParams(new Seed(123_456), 28, 5.5, "euler", "normal", 1.0))
                .build();

        var reference = read("reference-workflow.json").get("prompt");

        assertThat(unfolded(build(parameters))).isEqualTo(unfolded(reference));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void keepsTheGraphsOfItsGoldenFiles(int loras) throws IOException {
        var generation = aGeneration().ofSize(512, 768).inBatchesOf(2, 1);
        for (int i = 1; i <= loras; i++) {
            generation.withLora("style-" + i + ".safetensors", i / 4.0);
        }

        assertThat(build(generation.build())).isEqualTo(read("loras-" + loras + ".json"));
    }

    @Test
    void sendsWhatAMemberWroteAsData() {
        var prompt = "\"}, \"9\": {\"class_type\": \"Evil\"} \\ \u0007 {{x}} %width% 🐉";

        var graph = build(aGeneration().withPrompt(prompt, "").build());

        assertThat(graph.get("2").get("inputs").get("text").stringValue()).isEqualTo(prompt);
        assertThat(graph.size()).isEqualTo(7);
    }

    @Test
    void writesTheLargestSeedAsAWholeNumber() {
        var seed = new Seed(-1);

        var graph = WorkflowBuilder.build(
                        aGeneration().build(), seed, paths(aGeneration().build()), "x")
                .toJson()
                .toString();

        assertThat(graph).contains("\"seed\":18446744073709551615,");
    }

    @Test
    void sendsTheNamesThatTheBackendGave() {
        var parameters = aGeneration().withLora("char/ink.safetensors", 1).build();
        var paths = new ModelPaths("sdxl\\jugger.safetensors", Map.of("char/ink.safetensors", "char\\ink.safetensors"));

        var graph = WorkflowBuilder.build(parameters, new Seed(1), paths, "x").toJson();

        assertThat(graph.get("1").get("inputs").get("ckpt_name").stringValue()).isEqualTo("sdxl\\jugger.safetensors");
        assertThat(graph.get("2").get("inputs").get("lora_name").stringValue()).isEqualTo("char\\ink.safetensors");
    }

    @Test
    void refusesALoraWithoutAPath() {
        var parameters = aGeneration().withLora("ink.safetensors", 1).build();

        assertThatThrownBy(() -> WorkflowBuilder.build(parameters, new Seed(1), new ModelPaths("x", Map.of()), "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** As a reader of the JSON text sees it. */
    private static JsonNode build(GenerationParameters parameters) {
        var seed = parameters.samplerParams().seed();
        var workflow = WorkflowBuilder.build(parameters, seed, paths(parameters), "genonaut/2026-11-22/1");
        return JSON.readTree(workflow.toJson().toString());
    }

    private static ModelPaths paths(GenerationParameters parameters) {
        return new ModelPaths(
                parameters.checkpointModel(),
                parameters.loraModels().stream().collect(Collectors.toMap(LoraWeight::name, LoraWeight::name)));
    }

    /** A graph as seen from its saved images, each link replaced by what it leads to: node ids do not matter. */
    private static Map<String, Object> unfolded(JsonNode graph) {
        for (var id : graph.propertyNames()) {
            if (graph.get(id).get("class_type").stringValue().equals("SaveImage")) {
                var save = unfolded(graph, id);
                save.remove("filename_prefix");
                return save;
            }
        }
        throw new AssertionError("Nothing is saved");
    }

    private static Map<String, Object> unfolded(JsonNode graph, String id) {
        var node = new LinkedHashMap<String, Object>();
        node.put("class_type", graph.get(id).get("class_type").stringValue());
        graph.get(id).get("inputs").forEachEntry((name, input) -> {
            var value = input.isArray()
                    ? Map.of(
                            "slot",
                            input.get(1).intValue(),
                            "node",
                            unfolded(graph, input.get(0).stringValue()))
                    : input.isNumber() ? input.doubleValue() : input.stringValue();
            node.put(name, value);
        });
        return node;
    }

    private static JsonNode read(String file) throws IOException {
        try (InputStream in = WorkflowBuilderTest.class.getResourceAsStream(file)) {
            return JSON.readTree(Objects.requireNonNull(in, file));
        }
    }
}
