package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.simulator.Graphs.emptyImage;
import static org.genonaut.simulator.Graphs.inputs;
import static org.genonaut.simulator.Graphs.textToImage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.genonaut.simulator.protocol.Dialect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** In what later versions differ. The numbers are those of the conformance checks. */
class NewerDialectTest {
    private static final SimulatorOptions OPTIONS = SimulatorOptions.instant().withDialect(Dialect.NEWER);
    private static Simulator simulator;
    private static TestClient client;
    private TestSocket socket;

    @BeforeAll
    static void start() {
        simulator = Simulator.start(OPTIONS);
        client = new TestClient(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void open() {
        socket = client.open("a");
    }

    @AfterEach
    void close() {
        socket.close();
    }

    private static ObjectNode body(JsonNode graph, String settings) {
        return TestClient.prompt(graph).put("client_id", "a").setAll(Graphs.graph(settings));
    }

    private static int count(List<TestSocket.Heard> messages, String type) {
        return (int)
                messages.stream().filter(heard -> heard.type().equals(type)).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"mine\"", "\"\"", "5", "\"D0B0A4AE-D764-4B15-8B79-0BD95B650CEF\"", "[]"})
    void check05_refusesAPromptIdThatIsNoCanonicalUuid(String id) {
        var refused = client.post(
                "prompt",
                body(emptyImage(1, "x"), "{\"prompt_id\": " + id + "}").toString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(TestClient.JSON.readTree(refused.body()).at("/error/type").stringValue())
                .isEqualTo("invalid_prompt_id");
    }

    @Test
    void check05_makesAnIdWhereThereIsNone() {
        var answer = client.post(body(emptyImage(1, "x"), "{\"prompt_id\": null}"));
        assertThat(answer.get("prompt_id").stringValue()).hasSize(36);
        socket.untilEndOf(answer.get("prompt_id").stringValue());
    }

    @Test
    void check06_refusesAnIdThatItKnowsIfItIsStrict() {
        try (var strict = Simulator.start(OPTIONS.withStrictIds(true))) {
            var caller = new TestClient(strict);
            var body = TestClient.prompt(emptyImage(1, "x")).toString();
            assertThat(caller.post("prompt", body).statusCode()).isEqualTo(200);
            var second = caller.post("prompt", body);
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(new String(second.body(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"error\": \"prompt_id already exists\"}");
        }
    }

    @Test
    void check13_namesAMissingNodeType() {
        var graph = textToImage(2);
        ((ObjectNode) graph.get("4"))
                .put("class_type", "NoSuchLoader")
                .putObject("_meta")
                .put("title", "My loader");
        assertThat(client.post(TestClient.prompt(graph)).toString())
                .isEqualTo("{\"error\":{\"type\":\"missing_node_type\","
                        + "\"message\":\"Node 'NoSuchLoader' not found. The custom node may not be installed.\","
                        + "\"details\":\"Node ID '#4'\",\"extra_info\":{\"node_id\":\"4\","
                        + "\"class_type\":\"NoSuchLoader\",\"node_title\":\"My loader\"}},\"node_errors\":{}}");
    }

    @Test
    void tellsOfACycleAtANode() {
        var graph = textToImage(2);
        inputs(graph, "10").set("model", Graphs.array("10", 0));
        var refused = client.post(TestClient.prompt(graph));
        assertThat(refused.at("/error/type").stringValue()).isEqualTo("prompt_outputs_failed_validation");
        var error = refused.at("/node_errors/10/errors/0");
        assertThat(error.get("type").stringValue()).isEqualTo("dependency_cycle");
        assertThat(error.get("details").stringValue()).isEqualTo("10 -> 10");
    }

    @Test
    void checksListsInTheNewerNotation() {
        var graph = Graphs.stored("upscale-only");
        graph.set("1", emptyImage(1, "x").get("1"));
        inputs(graph, "2").put("model_name", "nosuch.pth");
        var error = client.post(TestClient.prompt(graph)).at("/node_errors/2/errors/0");
        assertThat(error.get("type").stringValue()).isEqualTo("value_not_in_list");
        inputs(graph, "2").putNull("model_name");
        assertThat(client.post(TestClient.prompt(graph))
                        .at("/node_errors/2/errors/0/details")
                        .stringValue())
                .startsWith("model_name: None not in ['4x-UltraSharp.pth', ");
    }

    @Test
    void check28_tellsOfMoreInTheNewerNotation() {
        assertThat(client.json("object_info/KSamplerSelect")
                        .at("/KSamplerSelect/input/required/sampler_name/0")
                        .stringValue())
                .isEqualTo("COMBO");
        assertThat(client.json("object_info/KSampler")
                        .at("/KSampler/input/required/sampler_name/0")
                        .isArray())
                .isTrue();
    }

    @Test
    void stumblesOverExtraDataThatIsNull() {
        assertThat(client.post(
                                "prompt",
                                body(emptyImage(1, "x"), "{\"extra_data\": null}")
                                        .toString())
                        .statusCode())
                .isEqualTo(500);
    }

    @Test
    void notesWhenAPromptCame() {
        var id = client.submit(emptyImage(2, "x"), "a");
        socket.untilEndOf(id);
        assertThat(client.history(id).at("/prompt/3/create_time").isIntegralNumber())
                .isTrue();
    }

    @Test
    void check25_sendsPreviewsToThosePromptsThatWantThem() {
        var without = textToImage(2);
        inputs(without, "3").put("seed", 21);
        assertThat(count(socket.untilEndOf(client.submit(without, "a")), "binary"))
                .isZero();
        var with = textToImage(2);
        inputs(with, "3").put("seed", 22);
        var id = client.post(body(with, "{\"extra_data\": {\"preview_method\": \"latent2rgb\"}}"))
                .get("prompt_id")
                .stringValue();
        assertThat(count(socket.untilEndOf(id), "binary")).isEqualTo(2);
    }

    @Test
    void tellsInTheHistoryOnlyWhatThisRunMade() {
        var graph = emptyImage(3, "one");
        graph.set("3", graph.get("2").deepCopy());
        inputs(graph, "3").put("filename_prefix", "two");
        socket.untilEndOf(client.submit(graph, "a"));
        var id = client.post(body(graph, "{\"partial_execution_targets\": [\"3\"]}"))
                .get("prompt_id")
                .stringValue();
        socket.untilEndOf(id);
        assertThat(client.history(id).get("outputs").propertyNames()).containsExactly("3");
    }

    @Test
    void tellsMoreOfItself() {
        var stats = client.json("system_stats");
        assertThat(stats.at("/system/os").stringValue()).isEqualTo("linux");
        assertThat(stats.at("/system/deploy_environment").isString()).isTrue();
        assertThat(stats.at("/system/comfyui_version").stringValue()).isEqualTo(Dialect.NEWER.version());
        assertThat(stats.get("devices").size()).isEqualTo(2);
        assertThat(client.json("features").size()).isGreaterThan(2);
    }

    @Test
    void tellsWhatARunningNodeDoes() {
        var states = socket.untilEndOf(client.submit(emptyImage(4, "x"), "a")).stream()
                .filter(heard -> heard.type().equals("progress_state"))
                .toList();
        assertThat(states.getFirst().data().at("/nodes/1/activity").isString()).isTrue();
        assertThat(states.getLast().data().at("/nodes/1").has("activity")).isFalse();
    }

    @Test
    void check27_tellsOfAnUploadAsAnAsset() {
        var answer = client.upload("upload/image", "asset.png", new byte[] {1, 2, 3});
        assertThat(TestClient.JSON.readTree(answer.body()).at("/asset/name").stringValue())
                .isEqualTo("asset.png");
    }

    @ParameterizedTest
    @CsvSource({
        "logo.svg, attachment; filename=\"logo.svg\"",
        "page.HTML, attachment; filename=\"page.HTML\"",
        "notes.txt, filename=\"notes.txt\"",
    })
    void check26_letsNoBrowserShowWhatCouldRunScripts(String name, String disposition) {
        client.upload("upload/image", name, "<svg/>".getBytes(StandardCharsets.UTF_8));
        assertThat(client.get("view?type=input&filename=" + name).headers().firstValue("content-disposition"))
                .contains(disposition);
    }

    @Test
    void check30_refusesWhatAPageOfAnotherSiteSends() {
        assertThat(client.get("queue", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(client.get("queue", "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(200);
    }
}
