package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.genonaut.simulator.Graphs.emptyImage;
import static org.genonaut.simulator.Graphs.inputs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients seldom ask for. The numbers are those of the conformance checks. */
class OddRequestsTest {
    private Simulator simulator;
    private TestClient client;
    private TestSocket socket;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.instant());
        client = new TestClient(simulator);
        socket = client.open("a");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"x\"]", "{\"x\": 1}"})
    void crashesOverAClientIdThatIsNoTextUntilItIsRestarted(String clientId) throws IOException {
        try (var bare = new BareSocket(simulator.url(), "b")) {
            var body = TestClient.prompt(emptyImage(1, "x"));
            body.setAll(Graphs.graph("{\"client_id\": " + clientId + "}"));
            assertThat(client.post("prompt", body.toString()).statusCode()).isEqualTo(200);
            assertThat(bare.wasCut()).isTrue();
        }
        assertThatThrownBy(() -> client.get("queue")).isInstanceOf(UncheckedIOException.class);
        simulator.script().restart();
        assertThat(client.get("queue").statusCode()).isEqualTo(200);
    }

    @Test
    void check31_tellsOfABlockedNodeAsAFailureAndThenOfSuccess() {
        var graph = emptyImage(1, "x");
        graph.setAll(Graphs.graph("""
                {"3": {"class_type": "SimulatorBlock", "inputs": {"image": ["1", 0], "message": "not today"}}}
                """));
        inputs(graph, "2").set("images", Graphs.array("3", 0));
        var id = client.submit(graph, "a");
        var messages = socket.untilEndOf(id);
        assertThat(messages.stream().map(TestSocket.Heard::type))
                .containsSubsequence("execution_error", "execution_success")
                .doesNotContain("executed");
        var error = messages.stream()
                .filter(heard -> heard.type().equals("execution_error"))
                .findFirst()
                .orElseThrow()
                .data();
        assertThat(error.get("exception_type").stringValue()).isEqualTo("ExecutionBlocked");
        assertThat(error.get("exception_message").stringValue()).isEqualTo("Execution Blocked: not today");
        assertThat(error.has("timestamp")).isFalse();
        var entry = client.history(id);
        assertThat(entry.at("/status/status_str").stringValue()).isEqualTo("success");
        assertThat(entry.get("outputs").isEmpty()).isTrue();
    }

    @Test
    void runsOnlyTheOutputsThatAreWanted() {
        var graph = emptyImage(1, "one");
        graph.set("3", graph.get("2").deepCopy());
        inputs(graph, "3").put("filename_prefix", "two");
        var body = TestClient.prompt(graph).put("client_id", "a");
        body.putArray("partial_execution_targets").add("3").add("nosuch");
        var id = client.post(body).get("prompt_id").stringValue();
        socket.untilEndOf(id);
        assertThat(client.history(id).get("outputs").propertyNames()).containsExactly("3");
        body.putArray("partial_execution_targets").add("nosuch");
        assertThat(client.post(body).at("/error/type").stringValue()).isEqualTo("prompt_no_outputs");
    }

    @Test
    void laysTheTransparencyOfAMaskOverAnUpload() throws IOException {
        client.upload("upload/image", "p.png", png(0xFF102030));
        var answer = client.upload(
                "upload/mask",
                "m.png",
                png(0x40000000),
                "original_ref",
                "{\"filename\": \"p.png\", \"type\": \"input\", \"subfolder\": \"\"}");
        assertThat(TestClient.JSON.readTree(answer.body()).get("name").stringValue())
                .isEqualTo("m.png");
        var stored = client.get("view?filename=m.png&type=input").body();
        assertThat(ImageIO.read(new ByteArrayInputStream(stored)).getRGB(0, 0)).isEqualTo(0x40102030);
    }

    private static byte[] png(int argb) throws IOException {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, argb);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void hasALogWithNothingInIt() {
        assertThat(client.json("internal/logs").isString()).isTrue();
        assertThat(client.json("internal/logs/raw").at("/entries/0/m").isString())
                .isTrue();
        var subscription = HttpRequest.newBuilder(simulator.url().resolve("internal/logs/subscribe"))
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"clientId\": \"a\", \"enabled\": true}"));
        assertThat(client.send(subscription).statusCode()).isEqualTo(200);
    }

    @Test
    void listsWhatWaitsInTheOrderOfAPythonHeap() {
        var pause = simulator.script().pauseBeforeNextPrompt();
        var ids = List.of(5, 3, 8, 1, 4).stream()
                .map(number -> client.post(TestClient.prompt(emptyImage(number, "x"))
                                .put("number", number)
                                .put("client_id", "a"))
                        .get("prompt_id")
                        .stringValue())
                .toList();
        assertThat(numbers()).containsExactly(1, 3, 8, 5, 4);
        client.post("queue", "{\"delete\": [\"" + ids.get(1) + "\"]}");
        assertThat(numbers()).containsExactly(1, 4, 5, 8);
        pause.release();
        assertThat(socket.untilEndOf(ids.get(2)).stream()
                        .filter(heard -> heard.type().equals("execution_start"))
                        .map(heard -> heard.data().get("prompt_id").stringValue()))
                .containsExactly(ids.get(3), ids.get(4), ids.get(0), ids.get(2));
    }

    private List<Integer> numbers() {
        return client.json("queue")
                .get("queue_pending")
                .valueStream()
                .map(item -> item.get(0).intValue())
                .toList();
    }
}
