package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.simulator.Graphs.emptyImage;
import static org.genonaut.simulator.Graphs.inputs;
import static org.genonaut.simulator.Graphs.textToImage;

import java.util.List;
import org.genonaut.simulator.node.NodeFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The numbers are those of the conformance checks. */
class QueueTest {
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

    private void interrupt(String promptId) {
        assertThat(client.post("interrupt", "{\"prompt_id\": \"" + promptId + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static List<String> types(List<TestSocket.Heard> messages) {
        return messages.stream().map(TestSocket.Heard::type).toList();
    }

    @Test
    void check06_runsAPromptIdTwiceWhenItComesTwice() {
        var body = TestClient.prompt(emptyImage(1, "first")).put("client_id", "a");
        var id = body.get("prompt_id").stringValue();
        client.post(body);
        socket.untilEndOf(id);
        body.set("prompt", emptyImage(2, "second"));
        client.post(body);
        socket.untilEndOf(id);
        assertThat(simulator.script().executionsOf(id)).isEqualTo(2);
        assertThat(client.history(id).at("/outputs/2/images/0/filename").stringValue())
                .isEqualTo("second_00001_.png");
    }

    @Test
    void check18_deletesAPendingPromptWithNothingButAStatus() {
        var pause = simulator.script().pauseAtStep(1);
        var running = client.submit(textToImage(2), "a");
        pause.awaitReached();
        var pending = client.submit(emptyImage(1, "x"), "a");
        socket.untilRemaining(2);
        assertThat(client.post("queue", "{\"delete\": [\"%s\", \"%s\"]}".formatted(pending, running))
                        .statusCode())
                .isEqualTo(200);
        assertThat(types(socket.untilRemaining(1))).containsOnly("status");
        assertThat(client.history(pending).isMissingNode()).isTrue();
        pause.release();
        socket.untilEndOf(running);
        assertThat(client.history(running).at("/status/completed").booleanValue())
                .isTrue();
        assertThat(simulator.script().executionsOf(pending)).isZero();
    }

    @Test
    void check19_interruptsOnlyThePromptThatIsNamed() {
        var graph = textToImage(3);
        graph.set("99", graph.get("9").deepCopy());
        inputs(graph, "99").put("filename_prefix", "early").set("images", Graphs.array("98", 0));
        graph.set("98", emptyImage(1, "x").get("1"));
        var pause = simulator.script().pauseAtStep(1);
        var id = client.submit(graph, "a");
        pause.awaitReached();
        interrupt("other");
        var later = simulator.script().pauseAtStep(2);
        pause.release();
        later.awaitReached();
        interrupt(id);
        later.release();
        assertThat(types(socket.untilEndOf(id)))
                .containsSubsequence("progress", "progress", "execution_interrupted", "status", "executing")
                .doesNotContain("execution_success", "execution_error");
        var entry = client.history(id);
        assertThat(entry.at("/status/status_str").stringValue()).isEqualTo("error");
        assertThat(entry.at("/status/completed").booleanValue()).isFalse();
        assertThat(entry.at("/status/messages/2/0").stringValue()).isEqualTo("execution_interrupted");
        assertThat(entry.at("/status/messages/2/1/node_id").stringValue()).isEqualTo("3");
        assertThat(entry.at("/outputs/99/images/0/filename").stringValue()).isEqualTo("early_00001_.png");
    }

    @Test
    void check20_interruptsOnlyTheRunningPromptAndStartsTheNext() {
        var pause = simulator.script().pauseAtStep(1);
        var running = client.submit(textToImage(2), "a");
        pause.awaitReached();
        var pending = client.submit(emptyImage(1, "x"), "a");
        client.post("interrupt", "");
        pause.release();
        socket.untilEndOf(running);
        socket.untilEndOf(pending);
        assertThat(client.history(running).at("/status/status_str").stringValue())
                .isEqualTo("error");
        assertThat(client.history(pending).at("/status/status_str").stringValue())
                .isEqualTo("success");
    }

    @Test
    void forgetsAnInterruptWhenNothingRuns() {
        client.post("interrupt", "");
        var id = client.submit(emptyImage(1, "x"), "a");
        assertThat(types(socket.untilEndOf(id))).contains("execution_success");
    }

    @Test
    void check21_tellsWhichNodeFailedAndKeepsWhatWasSavedBefore() {
        var graph = emptyImage(1, "early");
        graph.setAll(textToImage(2));
        simulator.script().failNext(NodeFailure.outOfMemoryAt("KSampler"));
        var id = client.submit(graph, "a");
        var messages = socket.untilEndOf(id);
        assertThat(types(messages)).contains("execution_error").doesNotContain("execution_success");
        var error = client.history(id).at("/status/messages/2/1");
        assertThat(error.get("node_id").stringValue()).isEqualTo("3");
        assertThat(error.get("node_type").stringValue()).isEqualTo("KSampler");
        assertThat(error.get("exception_type").stringValue()).isEqualTo("torch.OutOfMemoryError");
        assertThat(error.get("exception_message").stringValue())
                .startsWith("Allocation on device \nThis error means you ran out of memory on your GPU.\n\nTIPS: ");
        assertThat(client.history(id).at("/outputs/2/images/0/filename").stringValue())
                .isEqualTo("early_00001_.png");
    }

    @Test
    void runsAFailedNodeAgainButNotWhatWasDoneBefore() {
        simulator.script().failNext(NodeFailure.at("VAEDecode", "RuntimeError", "no"));
        socket.untilEndOf(client.submit(textToImage(2), "a"));
        var id = client.submit(textToImage(2), "a");
        assertThat(socket.untilEndOf(id).stream()
                        .filter(message -> message.type().equals("executing"))
                        .map(message -> message.data().get("node").asString("end")))
                .containsExactly("8", "9", "end");
    }

    @Test
    void check22_runsInTheOrderOfNumbers() {
        client.post(TestClient.prompt(Graphs.graph("{}")));
        var pause = simulator.script().pauseBeforeNextPrompt();
        var last = submit("{\"number\": 5000}", 1);
        var plain = submit("{}", 2);
        var front = submit("{\"front\": true}", 3);
        var chosen = submit("{\"number\": 0.5}", 4);
        var item = find(client.json("queue").get("queue_pending"), front);
        assertThat(item.size()).isEqualTo(5);
        assertThat(item.get(0).intValue()).isNegative();
        assertThat(item.get(2).has("1")).isTrue();
        assertThat(item.get(3).toString()).isEqualTo("{\"client_id\":\"a\"}");
        assertThat(item.get(4).toString()).isEqualTo("[\"2\"]");
        pause.release();
        assertThat(socket.untilEndOf(last).stream()
                        .filter(message -> message.type().equals("execution_start"))
                        .map(message -> message.data().get("prompt_id").stringValue()))
                .containsExactly(front, chosen, plain, last);
    }

    private String submit(String settings, int colour) {
        var body = TestClient.prompt(emptyImage(colour, "x")).put("client_id", "a");
        body.setAll(Graphs.graph(settings));
        return client.post(body).get("prompt_id").stringValue();
    }

    private static JsonNode find(JsonNode items, String promptId) {
        return items.valueStream()
                .filter(item -> item.get(1).stringValue().equals(promptId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void answersWithTroubleButQueuesAPromptOfTheSameNumberAndId() {
        var pause = simulator.script().pauseBeforeNextPrompt();
        var body = TestClient.prompt(emptyImage(1, "x")).put("client_id", "a").put("number", 7);
        assertThat(client.post("prompt", body.toString()).statusCode()).isEqualTo(200);
        assertThat(client.post("prompt", body.toString()).statusCode()).isEqualTo(500);
        assertThat(client.json("prompt").at("/exec_info/queue_remaining").intValue())
                .isEqualTo(2);
        pause.release();
    }

    @Test
    void listsTheHistoryByCountAndOffset() {
        var ids = List.of(1, 2, 3).stream()
                .map(colour -> client.submit(emptyImage(colour, "x"), "a"))
                .toList();
        socket.untilEndOf(ids.getLast());
        assertThat(client.json("history?max_items=2").propertyNames()).containsExactly(ids.get(1), ids.get(2));
        assertThat(client.json("history?max_items=1&offset=0").propertyNames()).containsExactly(ids.get(0));
        assertThat(client.json("history?max_items=0").isEmpty()).isTrue();
        client.post("history", "{\"delete\": [\"" + ids.get(0) + "\", \"nope\"]}");
        assertThat(client.json("history").propertyNames()).containsExactly(ids.get(1), ids.get(2));
        client.post("history", "{\"clear\": true}");
        assertThat(client.json("history").isEmpty()).isTrue();
    }

    @Test
    void runsEverythingAgainAfterItsMemoryWasFreed() {
        socket.untilEndOf(client.submit(emptyImage(1, "x"), "a"));
        client.post("free", "{\"unload_models\": true, \"free_memory\": true}");
        var id = client.submit(emptyImage(1, "x"), "a");
        assertThat(types(socket.untilEndOf(id))).contains("executing");
        assertThat(client.history(id).at("/outputs/2/images/0/filename").stringValue())
                .isEqualTo("x_00002_.png");
    }
}
