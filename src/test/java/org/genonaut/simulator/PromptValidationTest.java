package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.simulator.Graphs.emptyImage;
import static org.genonaut.simulator.Graphs.inputs;
import static org.genonaut.simulator.Graphs.textToImage;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The numbers are those of the conformance checks. */
class PromptValidationTest {
    private static Simulator simulator;
    private static TestClient client;

    @BeforeAll
    static void start() {
        simulator = Simulator.start(SimulatorOptions.instant().withLargestBody(100_000));
        client = new TestClient(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static JsonNode post(ObjectNode graph) {
        return client.post(TestClient.prompt(graph));
    }

    private static String firstError(ObjectNode graph, String node) {
        return post(graph).at("/node_errors/" + node + "/errors/0/type").asString("none");
    }

    @Test
    void check04_acceptsAValidGraphAndCountsRefusedOnesToo() {
        var first = post(emptyImage(1, "x"));
        assertThat(first.propertyNames()).containsExactly("prompt_id", "number", "node_errors");
        assertThat(first.get("node_errors").isEmpty()).isTrue();
        post(Graphs.graph("{}"));
        var third = post(emptyImage(1, "x"));
        assertThat(third.get("number").intValue()).isEqualTo(first.get("number").intValue() + 2);
    }

    @Test
    void check05_usesThePromptIdOfTheClientEverywhere() {
        var id = UUID.randomUUID().toString();
        try (var socket = client.open("a")) {
            var body =
                    TestClient.prompt(emptyImage(2, "x")).put("prompt_id", id).put("client_id", "a");
            assertThat(client.post(body).get("prompt_id").stringValue()).isEqualTo(id);
            socket.untilEndOf(id);
            assertThat(client.history(id).at("/prompt/1").stringValue()).isEqualTo(id);
        }
    }

    @Test
    void check11_namesTheNodeWhoseModelIsMissing() {
        var graph = textToImage(2);
        inputs(graph, "4").put("ckpt_name", "nosuch.safetensors");
        var refused = post(graph);
        assertThat(refused.at("/error/type").stringValue()).isEqualTo("prompt_outputs_failed_validation");
        assertThat(refused.at("/error/details").stringValue()).isEmpty();
        var node = refused.at("/node_errors/4");
        assertThat(node.at("/errors/0/type").stringValue()).isEqualTo("value_not_in_list");
        assertThat(node.at("/errors/0/details").stringValue())
                .startsWith("ckpt_name: 'nosuch.safetensors' not in ['deliberate_v6.safetensors', ");
        assertThat(node.get("dependent_outputs").toString()).isEqualTo("[\"9\"]");
        assertThat(node.get("class_type").stringValue()).isEqualTo("CheckpointLoaderSimple");
    }

    @ParameterizedTest
    @CsvSource({
        "0, value_smaller_than_min, Value 0 smaller than min of 1",
        "10001, value_bigger_than_max, Value 10001 bigger than max of 10000",
        "abc, invalid_input_type, Failed to convert an input value to a INT value",
    })
    void check12_refusesStepsOutOfRange(String steps, String type, String message) {
        var graph = textToImage(2);
        inputs(graph, "3").put("steps", steps);
        var error = post(graph).at("/node_errors/3/errors/0");
        assertThat(error.get("type").stringValue()).isEqualTo(type);
        assertThat(error.get("message").stringValue()).isEqualTo(message);
    }

    @Test
    void check13_refusesAnUnknownClassWithoutNodeErrors() {
        var graph = textToImage(2);
        ((ObjectNode) graph.get("4")).put("class_type", "NoSuchLoader");
        assertThat(post(graph).toString())
                .isEqualTo("{\"error\":{\"type\":\"invalid_prompt\","
                        + "\"message\":\"Cannot execute because node NoSuchLoader does not exist.\","
                        + "\"details\":\"Node ID '#4'\",\"extra_info\":{}},\"node_errors\":{}}");
    }

    @Test
    void check14_refusesAGraphWithoutAnOutput() {
        var graph = textToImage(2);
        graph.remove("9");
        assertThat(post(graph).at("/error/type").stringValue()).isEqualTo("prompt_no_outputs");
    }

    @Test
    void check15_runsTheGoodOutputAndReportsTheBadOne() {
        var graph = emptyImage(3, "good");
        graph.setAll(Graphs.graph("""
                {"8": {"class_type": "EmptyImage", "inputs": {"width": 0, "height": 64, "batch_size": 1, "color": 3}},
                 "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "bad", "images": ["8", 0]}}}
                """));
        try (var socket = client.open("a")) {
            var accepted = client.post(TestClient.prompt(graph).put("client_id", "a"));
            assertThat(accepted.at("/node_errors/8/errors/0/type").stringValue())
                    .isEqualTo("value_smaller_than_min");
            var id = accepted.get("prompt_id").stringValue();
            socket.untilEndOf(id);
            assertThat(client.history(id).get("outputs").propertyNames()).containsExactly("2");
        }
    }

    @Test
    void check16_takesSeedsUpTo64BitsAsIntegers() {
        var largest = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
        var graph = textToImage(1);
        inputs(graph, "3").put("seed", largest);
        try (var socket = client.open("a")) {
            var id = client.submit(graph, "a");
            socket.untilEndOf(id);
            assertThat(client.history(id).at("/prompt/2/3/inputs/seed").bigIntegerValue())
                    .isEqualTo(largest);
        }
        inputs(graph, "3").put("seed", largest.add(BigInteger.ONE));
        assertThat(firstError(graph, "3")).isEqualTo("value_bigger_than_max");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{not json", "null", "{\"prompt\": null}", "{\"prompt\": {\"1\": null}}"})
    void check17_stumblesOverAMalformedBody(String body) {
        var response = client.post("prompt", body);
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo("500 Internal Server Error\n\nServer got itself in trouble");
    }

    @Test
    void check17_refusesABodyOverTheLimit() {
        assertThat(client.post("prompt", "x".repeat(100_001)).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model\": [\"6\", 0]} | return_type_mismatch",
                "{\"model\": [\"4\"]} | bad_linked_input",
                "{\"model\": [\"77\", 0]} | exception_during_inner_validation",
                "{\"model\": [\"4\", 9]} | exception_during_inner_validation",
                "{\"sampler_name\": \"zz\"} | value_not_in_list",
                "{\"seed\": null} | invalid_input_type",
            })
    void tellsWhatIsWrongWithTheSampler(String changed, String type) {
        var graph = textToImage(2);
        inputs(graph, "3").setAll(Graphs.graph(changed));
        assertThat(firstError(graph, "3")).isEqualTo(type);
    }

    @Test
    void appliesNoDefaults() {
        var graph = textToImage(2);
        inputs(graph, "3").remove("seed");
        assertThat(firstError(graph, "3")).isEqualTo("required_input_missing");
        var output = emptyImage(1, "x");
        inputs(output, "2").remove("filename_prefix");
        assertThat(post(output).at("/error/details").stringValue())
                .isEqualTo("Required input is missing: filename_prefix");
    }

    @Test
    void hidesALongListOfOptions() {
        var graph = textToImage(2);
        inputs(graph, "3").put("sampler_name", "zz");
        var error = post(graph).at("/node_errors/3/errors/0");
        assertThat(error.get("details").stringValue()).isEqualTo("sampler_name: 'zz' not in (list of length 42)");
        assertThat(error.at("/extra_info/input_config").isNull()).isTrue();
    }

    @Test
    void refusesACycleWithoutNamingANode() {
        var graph = textToImage(2);
        inputs(graph, "10").set("model", Graphs.array("10", 0));
        var refused = post(graph);
        assertThat(refused.at("/error/type").stringValue()).isEqualTo("prompt_outputs_failed_validation");
        assertThat(refused.get("node_errors").isEmpty()).isTrue();
    }

    @Test
    void convertsWhatPythonConverts() {
        try (var socket = client.open("a")) {
            var graph = emptyImage(4, "x");
            inputs(graph, "1")
                    .put("width", "32")
                    .put("height", 33.9)
                    .put("batch_size", true)
                    .put("bogus", 5);
            inputs(graph, "2").put("filename_prefix", 123);
            var id = client.submit(graph, "a");
            socket.untilEndOf(id);
            var entry = client.history(id);
            assertThat(entry.at("/prompt/2/1/inputs/height").intValue()).isEqualTo(33);
            assertThat(entry.at("/outputs/2/images/0/filename").stringValue()).isEqualTo("123_00001_.png");
        }
    }

    @Test
    void acceptsTheReferenceWorkflow() {
        var graph = Graphs.reference();
        assertThat(post(graph).get("node_errors").isEmpty()).isTrue();
    }
}
