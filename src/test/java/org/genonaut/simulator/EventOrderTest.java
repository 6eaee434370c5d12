package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.simulator.Graphs.emptyImage;
import static org.genonaut.simulator.Graphs.textToImage;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The numbers are those of the conformance checks. */
class EventOrderTest {
    private Simulator simulator;
    private TestClient client;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.instant());
        client = new TestClient(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static List<String> types(List<TestSocket.Heard> messages) {
        return messages.stream().map(TestSocket.Heard::type).toList();
    }

    @Test
    void check01_greetsASocketWithTheQueueAndItsId() {
        try (var socket = client.open("a")) {
            assertThat(socket.next().message().toString())
                    .isEqualTo(
                            "{\"type\":\"status\",\"data\":{\"status\":{\"exec_info\":{\"queue_remaining\":0}},\"sid\":\"a\"}}");
        }
    }

    @Test
    void check01_greetsASocketWithWhatWaitsAndRuns() {
        var pause = simulator.script().pauseAtStep(1);
        client.submit(textToImage(1), "other");
        pause.awaitReached();
        client.submit(emptyImage(1, "x"), "other");
        try (var socket = client.open("a")) {
            assertThat(socket.next()
                            .data()
                            .at("/status/exec_info/queue_remaining")
                            .intValue())
                    .isEqualTo(2);
        }
        pause.release();
    }

    @Test
    void check02_tellsTheOwnerWhoReconnectsWhichNodeRuns() {
        var pause = simulator.script().pauseAtStep(2);
        var first = client.open("a");
        var id = client.submit(textToImage(3), "a");
        pause.awaitReached();
        first.close();
        try (var second = client.open("a")) {
            assertThat(second.next().type()).isEqualTo("status");
            assertThat(second.next().message().toString())
                    .isEqualTo("{\"type\":\"executing\",\"data\":{\"node\":\"3\"}}");
            pause.release();
            assertThat(types(second.untilEndOf(id))).startsWith("progress_state", "progress");
        }
    }

    @Test
    void check03_answersFeatureFlagsOnlyAsTheFirstMessage() {
        try (var early = client.open("a");
                var late = client.open("b")) {
            early.say("{\"type\":\"feature_flags\",\"data\":{\"supports_preview_metadata\":true}}");
            early.next();
            assertThat(early.next().message().toString())
                    .isEqualTo(
                            "{\"type\":\"feature_flags\",\"data\":{\"supports_preview_metadata\":true,\"max_upload_size\":104857600}}");
            late.say("{\"type\":\"hello\"}");
            late.say("{\"type\":\"feature_flags\",\"data\":{\"supports_preview_metadata\":true}}");
            var id = client.submit(emptyImage(1, "x"), "b");
            assertThat(types(late.untilEndOf(id))).doesNotContain("feature_flags");
        }
    }

    @Test
    void check07_sendsTheEventsOfARunInOrderToItsOwnerAndOnlyStatusToOthers() {
        try (var owner = client.open("a");
                var other = client.open("b")) {
            owner.next();
            other.next();
            var id = client.submit(emptyImage(1, "x"), "a");
            assertThat(types(owner.untilEndOf(id)))
                    .containsExactly(
                            "status",
                            "status",
                            "execution_start",
                            "execution_cached",
                            "progress_state",
                            "executing",
                            "progress_state",
                            "progress_state",
                            "executing",
                            "executed",
                            "progress_state",
                            "execution_success",
                            "status",
                            "executing");
            assertThat(types(other.untilRemaining(0))).containsExactly("status", "status", "status");
        }
    }

    @Test
    void check08_hasTheHistoryOnceExecutingIsNull() {
        try (var socket = client.open("a")) {
            var id = client.submit(emptyImage(1, "x"), "a");
            socket.untilEndOf(id);
            var entry = client.history(id);
            assertThat(entry.at("/status/status_str").stringValue()).isEqualTo("success");
            assertThat(entry.at("/outputs/2/images/0/filename").stringValue()).isEqualTo("x_00001_.png");
            assertThat(entry.at("/meta/2").toString())
                    .isEqualTo(
                            "{\"node_id\":\"2\",\"display_node\":\"2\",\"parent_node\":null,\"real_node_id\":\"2\"}");
        }
    }

    @Test
    void check09_answersTheSameGraphFromItsCache() {
        try (var socket = client.open("a")) {
            socket.untilEndOf(client.submit(emptyImage(1, "x"), "a"));
            var id = client.submit(emptyImage(1, "x"), "a");
            var messages = socket.untilEndOf(id);
            assertThat(types(messages))
                    .containsExactly(
                            "status",
                            "status",
                            "execution_start",
                            "execution_cached",
                            "executed",
                            "progress_state",
                            "execution_success",
                            "status",
                            "executing");
            assertThat(messages.get(3).data().get("nodes").toString()).isEqualTo("[\"1\",\"2\"]");
            assertThat(messages.get(4).data().at("/output/images/0/filename").stringValue())
                    .isEqualTo("x_00001_.png");
            assertThat(client.history(id).at("/outputs/2/images").size()).isEqualTo(1);
        }
    }

    @Test
    void check10_knowsANodeByItsContentAndNotByItsId() {
        try (var socket = client.open("a")) {
            socket.untilEndOf(client.submit(emptyImage(1, "x"), "a"));
            var id = client.submit(Graphs.graph("""
                    {"a": {"class_type": "EmptyImage",
                           "inputs": {"color": 1, "width": 64, "height": 64, "batch_size": 1}},
                     "b": {"class_type": "SaveImage", "inputs": {"filename_prefix": "x", "images": ["a", 0]}}}
                    """), "a");
            assertThat(types(socket.untilEndOf(id)))
                    .doesNotContain("execution_error")
                    .hasSize(9);
            assertThat(client.history(id).at("/meta/b/node_id").stringValue()).isEqualTo("2");
        }
    }

    @Test
    void runsTheNodesOfATextToImageGraphInTheRecordedOrder() {
        try (var socket = client.open("a")) {
            var id = client.submit(textToImage(4), "a");
            var messages = socket.untilEndOf(id);
            assertThat(messages.stream()
                            .filter(message -> message.type().equals("executing"))
                            .map(message -> message.data().get("node").asString("end")))
                    .containsExactly("4", "5", "10", "7", "6", "3", "8", "9", "end");
            assertThat(messages.stream()
                            .filter(message -> message.type().equals("progress"))
                            .map(message -> message.data().get("value").intValue()))
                    .containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void check23_sendsTheProgressOfAPromptWithoutAnOwnerToEveryone() {
        try (var socket = client.open("a")) {
            socket.next();
            var pause = simulator.script().pauseAtStep(1);
            var graph = textToImage(2);
            var id = client.post(TestClient.prompt(graph)).get("prompt_id").stringValue();
            pause.awaitReached();
            client.post("interrupt", "{\"prompt_id\":\"" + id + "\"}");
            pause.release();
            assertThat(types(socket.untilRemaining(0)))
                    .contains("progress", "progress_state", "execution_interrupted")
                    .doesNotContain("execution_start", "execution_cached", "executing", "executed");
        }
    }

    @Test
    void check24_feedsOnlyTheNewerOfTwoSocketsAndDeafensItWhenTheOlderCloses() {
        var older = client.open("a");
        try (var newer = client.open("a");
                var witness = client.open("w")) {
            older.next();
            newer.untilEndOf(client.submit(emptyImage(1, "x"), "a"));
            assertThat(older.unheard()).isEmpty();
            older.close();
            client.submit(emptyImage(2, "x"), "a");
            witness.untilEndOf(client.submit(emptyImage(3, "x"), "w"));
            newer.awaitPong();
            assertThat(newer.unheard()).isEmpty();
        }
    }
}
