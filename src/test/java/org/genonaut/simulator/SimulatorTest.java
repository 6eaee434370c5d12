package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.genonaut.simulator.Graphs.emptyImage;
import static org.genonaut.simulator.Graphs.textToImage;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.genonaut.simulator.book.ReceivedPrompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {
    private static final SimulatorOptions OPTIONS = SimulatorOptions.instant();

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("simulator-Leaky"))
                .collect(Collectors.toSet());
    }

    /** They have been told to end; the last of an answer may take them a moment. */
    private static void awaitNoThreads() {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    @Test
    void neverPassesForARealServer() {
        try (var simulator = Simulator.start(OPTIONS.withName("Borealis"))) {
            var stats = new TestClient(simulator).json("system_stats");
            assertThat(stats.at("/system/argv").toString())
                    .isEqualTo("[\"genonaut-simulator\",\"--name\",\"Borealis\"]");
            assertThat(stats.at("/system/comfyui_version").stringValue()).isEqualTo("0.3.64");
            assertThat(simulator.name()).isEqualTo("Borealis");
        }
    }

    @Test
    void answersUnderApiAndKnowsNoOtherPaths() {
        try (var simulator = Simulator.start(OPTIONS)) {
            var client = new TestClient(simulator);
            assertThat(client.json("api/features")
                            .get("supports_preview_metadata")
                            .booleanValue())
                    .isTrue();
            assertThat(client.get("jobs").statusCode()).isEqualTo(404);
            assertThat(client.get("queue/").statusCode()).isEqualTo(404);
            assertThat(client.get("interrupt").statusCode()).isEqualTo(404);
            assertThat(client.post("system_stats", "").statusCode()).isEqualTo(405);
            assertThat(client.get("ws").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void check30_refusesPagesOfOtherSites() {
        try (var simulator = Simulator.start(OPTIONS)) {
            var client = new TestClient(simulator);
            var own = simulator.url().toString().replaceFirst("/$", "");
            assertThat(client.get("queue", "Origin", "http://evil.example").statusCode())
                    .isEqualTo(403);
            assertThat(client.get("ws", "Origin", "http://evil.example").statusCode())
                    .isEqualTo(403);
            assertThat(client.get("queue", "Origin", own).statusCode()).isEqualTo(200);
            assertThat(client.get("queue", "Origin", "null").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answersHeadLikeGetWithoutABody() {
        try (var simulator = Simulator.start(OPTIONS)) {
            var head = new TestClient(simulator)
                    .send(HttpRequest.newBuilder(simulator.url().resolve("queue"))
                            .HEAD());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValueAsLong("content-length")).hasValue(42);
            assertThat(head.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"extra_data\": null}",
                "{\"prompt\": {\"7\": {\"class_type\": \"EmptyImage\"},"
                        + " \"1\": {\"class_type\": \"EmptyImage\","
                        + " \"inputs\": {\"width\": 64, \"height\": 64, \"batch_size\": 1, \"color\": 1}},"
                        + " \"2\": {\"class_type\": \"SaveImage\","
                        + " \"inputs\": {\"filename_prefix\": \"x\", \"images\": [\"1\", 0]}}}}",
            })
    void goesOnAnsweringWhenItsWorkerHasDied(String deadly) {
        try (var simulator = Simulator.start(OPTIONS)) {
            var client = new TestClient(simulator);
            var socket = client.open("a");
            socket.next();
            var body = TestClient.prompt(emptyImage(1, "x"));
            body.setAll(Graphs.graph(deadly));
            client.post(body);
            socket.untilRemaining(1);
            socket.untilRemaining(1);
            var waiting = client.submit(emptyImage(2, "x"), "a");
            client.post("interrupt", "");
            var queue = client.json("queue");
            assertThat(queue.at("/queue_running/0/1")).isEqualTo(body.get("prompt_id"));
            assertThat(queue.at("/queue_pending/0/1").stringValue()).isEqualTo(waiting);
        }
    }

    @Test
    void leavesNoThreadBehind() {
        var simulator = Simulator.start(OPTIONS.withName("Leaky"));
        new TestClient(simulator).post(TestClient.prompt(textToImage(2)));
        assertThat(threads()).hasSize(2);
        simulator.close();
        awaitNoThreads();
    }

    @Test
    void stopsWhileTheWorkerIsHeld() {
        var simulator = Simulator.start(OPTIONS.withName("Leaky"));
        var pause = simulator.script().pauseAtStep(1);
        new TestClient(simulator).post(TestClient.prompt(textToImage(2)));
        pause.awaitReached();
        simulator.close();
        awaitNoThreads();
    }

    @Test
    void losesQueueAndHistoryWhenItRestartsAndKeepsItsPort() {
        try (var simulator = Simulator.start(OPTIONS)) {
            var client = new TestClient(simulator);
            var socket = client.open("a");
            var done = client.submit(emptyImage(1, "x"), "a");
            socket.untilEndOf(done);
            var bare = new BareSocket(simulator.url(), "b");
            var pause = simulator.script().pauseAtStep(1);
            var running = client.submit(textToImage(2), "a");
            pause.awaitReached();
            var url = simulator.url();
            simulator.script().restart();
            assertThat(simulator.url()).isEqualTo(url);
            assertThat(bare.wasCut()).isTrue();
            assertThat(client.json("history").isEmpty()).isTrue();
            assertThat(client.json("queue").toString()).isEqualTo("{\"queue_running\":[],\"queue_pending\":[]}");
            assertThat(client.get("view?filename=x_00001_.png").statusCode()).isEqualTo(200);
            assertThat(simulator.script().executionsOf(running)).isEqualTo(1);
            assertThat(simulator.script().receivedPrompts())
                    .extracting(ReceivedPrompt::promptId)
                    .containsExactly(done, running);
        }
    }

    @Test
    void refusesConnectionsUntilItTakesThemAgain() {
        try (var simulator = Simulator.start(OPTIONS)) {
            var client = new TestClient(simulator);
            simulator.script().refuseConnections();
            assertThatThrownBy(() -> client.get("queue")).isInstanceOf(UncheckedIOException.class);
            simulator.script().acceptConnections();
            assertThat(client.get("queue").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void dropsSocketsWithoutAWord() {
        try (var simulator = Simulator.start(OPTIONS)) {
            var socket = new BareSocket(simulator.url(), "a");
            simulator.script().dropSockets();
            assertThat(socket.wasCut()).isTrue();
            assertThat(new TestClient(simulator).get("queue").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void runsTheReferenceWorkflow() {
        try (var simulator = Simulator.start(OPTIONS)) {
            var client = new TestClient(simulator);
            try (var socket = client.open("a")) {
                var id = client.submit(Graphs.reference(), "a");
                socket.untilEndOf(id);
                assertThat(client.history(id).at("/outputs/9/images/0/filename").stringValue())
                        .isEqualTo("sdxl_anime_00001_.png");
            }
        }
    }
}
