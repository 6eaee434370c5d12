package org.genonaut.comfyui.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.Recorded;
import org.genonaut.comfyui.wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueSnapshotTest {

    private static final PromptId RUNNING = new PromptId(UUID.fromString("8323a575-74a9-49b7-8c3e-581a1d69ef19"));
    private static final PromptId ABSENT = new PromptId(UUID.fromString("72020000-0000-0000-0000-000000000000"));

    @Test
    void tellsRunningFromWaiting() {
        var queue = QueueSnapshot.of(Recorded.answer("queue.json"));
        var waiting = new PromptId(UUID.fromString("7202fe4b-457c-4eb7-b116-d1c1e41c6924"));

        assertThat(queue.holds(RUNNING)).isTrue();
        assertThat(queue.runs(RUNNING)).isTrue();
        assertThat(queue.holds(waiting)).isTrue();
        assertThat(queue.runs(waiting)).isFalse();
        assertThat(queue.holds(ABSENT)).isFalse();
    }

    @Test
    void readsTheGraphOfAPromptBack() {
        var queue = QueueSnapshot.of(Recorded.answer("queue.json"));

        assertThat(queue.graph(RUNNING).orElseThrow().nodes().values())
                .extracting(Graph.Node::classType)
                .contains("SaveImage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html></html>", "[]", "{}", "{\"queue_running\":[],\"queue_pending\":null}"})
    void refusesWhatIsNoQueue(String body) {
        var answer = new Answer("GET /queue", 200, "text/html", body.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> QueueSnapshot.of(answer))
                .isInstanceOf(ComfyUIException.UnexpectedAnswer.class)
                .hasMessageContaining("GET /queue");
    }
}
