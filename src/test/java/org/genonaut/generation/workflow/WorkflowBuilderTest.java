package org.genonaut.generation.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.SamplerParams;
import org.genonaut.generation.recipe.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
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

    /** To the byte but for blanks: the order of nodes and inputs and the way numbers are written count. */
    @ParameterizedTest
    @MethodSource("org.genonaut.generation.workflow.Shapes#all")
    void keepsTheGraphsOfItsGoldenFiles(Shapes shape) throws IOException {
        assertThat(shape.build().toJson().toString())
                .isEqualTo(read(shape.name() + ".json").toString());
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
        var parameters = aGeneration().build();

        var graph = WorkflowBuilder.build(parameters, ModelFamily.SDXL, new Seed(-1), Shapes.paths(parameters), "x")
                .toJson()
                .toString();

        assertThat(graph).contains("\"seed\":18446744073709551615,");
    }

    @Test
    void sendsTheNamesThatTheBackendGave() {
        var parameters = aGeneration()
                .withLora("char/ink.safetensors", 1)
                .withVae("xl/fine.safetensors")
                .build();
        var paths = new ModelPaths(
                "sdxl\\jugger.safetensors",
                "xl\\fine.safetensors",
                Map.of("char/ink.safetensors", "char\\ink.safetensors"));

        var graph = WorkflowBuilder.build(parameters, ModelFamily.SDXL, new Seed(1), paths, "x")
                .toJson();

        assertThat(graph.get("1").get("inputs").get("ckpt_name").stringValue()).isEqualTo("sdxl\\jugger.safetensors");
        assertThat(graph.get("2").get("inputs").get("lora_name").stringValue()).isEqualTo("char\\ink.safetensors");
        assertThat(graph.get("7").get("inputs").get("vae_name").stringValue()).isEqualTo("xl\\fine.safetensors");
    }

    @ParameterizedTest
    @EnumSource(names = {"SDXL", "FLUX"})
    void refusesALoraWithoutAPath(ModelFamily family) {
        var parameters = aGeneration().withLora("ink.safetensors", 1).build();

        assertThatThrownBy(() -> build(parameters, family, new ModelPaths("x", null, Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ink.safetensors");
    }

    @Test
    void refusesAVaeWithoutAPath() {
        var parameters = aGeneration().withVae("fine.safetensors").build();

        assertThatThrownBy(() -> build(parameters, ModelFamily.SDXL, new ModelPaths("x", null, Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fine.safetensors");
    }

    private static JsonNode build(GenerationParameters parameters, ModelFamily family, ModelPaths paths) {
        return WorkflowBuilder.build(parameters, family, new Seed(1), paths, "x")
                .toJson();
    }

    /** As a reader of the JSON text sees it. */
    private static JsonNode build(GenerationParameters parameters) {
        var shape = new Shapes("", ModelFamily.SDXL, parameters);
        return JSON.readTree(shape.build().toJson().toString());
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
