package org.genonaut.generation.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.genonaut.simulator.models.DemoModels;
import org.genonaut.simulator.models.Family;
import org.genonaut.simulator.models.ModelFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is built is accepted and run by a server that checks graphs against its own table of nodes. */
class GraphsOnASimulatorTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static Simulator simulator;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        var loras = Stream.of(1, 2, 3).map(i -> ModelFile.lora("style-" + i + ".safetensors", Family.SDXL));
        var models = Stream.concat(DemoModels.all().stream(), loras).toList();
        simulator = Simulator.start(SimulatorOptions.instant().withModels(models));
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void stop() {
        http.close();
        simulator.close();
    }

    @ParameterizedTest
    @MethodSource("org.genonaut.generation.workflow.Shapes#all")
    void everyShapeMakesItsPictures(Shapes shape) throws Exception {
        var run = run(shape);

        var images = run.get("outputs").findValues("images").getFirst();
        assertThat(images)
                .hasSize(2)
                .allSatisfy(image -> assertThat(view(image)).isEqualTo(200));
    }

    static Stream<String> texts() {
        return Stream.of(
                "\"}, \"9\": {\"class_type\": \"Evil\"} \\ \\\\ \\u0041 \\n",
                "line\nline\r\nline\ttab \u0001\u0007\u001b\u007f\u0085\u2028\u2029\ufeff\uffff",
                "a {red|blue} fox, (soft:1.2), \\(not a weight\\), embedding:none, {{x}} ${x} %width% <lora:x:1>",
                "\uD83E\uDD8A \uD83D\uDC69\u200D\uD83D\uDE80 \u732B \u05E9\u05DC\u05D5\u05DD e\u0301 \u202E",
                "\uD83D\uDC09".repeat(5_000),
                "x".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatWasWrittenArrivesAsItWasWritten(String text) throws Exception {
        var run = run(new Shapes(
                "", ModelFamily.SDXL, aGeneration().withPrompt(text, text).build()));

        var graph = run.get("prompt").get(2);
        assertThat(graph.size()).isEqualTo(7);
        assertThat(graph.findValuesAsString("text")).containsExactly(text, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9223372036854775808", "18446744073709551615"})
    void everySeedArrivesExactly(String seed) throws Exception {
        var parameters = aGeneration().build().withSeed(Seed.parse(seed));

        var run = run(new Shapes("", ModelFamily.SDXL, parameters));

        assertThat(run.get("prompt").get(2).findValue("seed").bigIntegerValue()).isEqualTo(new BigInteger(seed));
    }

    /** Posts a graph and answers what its history says once it has run. */
    private static JsonNode run(Shapes shape) throws Exception {
        var body = JSON.createObjectNode();
        body.set("prompt", shape.build().toJson());
        var posted = send(request("prompt").POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        assertThat(posted.get("node_errors")).as(posted.toString()).isEmpty();
        var id = posted.get("prompt_id").stringValue();
        var run = await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> send(request("history/" + id).GET()), history -> history.has(id))
                .get(id);
        assertThat(run.get("status").get("status_str").stringValue()).isEqualTo("success");
        return run;
    }

    private static int view(JsonNode image) throws IOException, InterruptedException {
        var query = "view?filename=" + encoded(image, "filename") + "&subfolder=" + encoded(image, "subfolder");
        return http.send(request(query).GET().build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static String encoded(JsonNode image, String field) {
        return URLEncoder.encode(image.get(field).stringValue(), StandardCharsets.UTF_8);
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(simulator.url().resolve(path));
    }
}
