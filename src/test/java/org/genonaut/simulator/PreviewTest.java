package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.simulator.Graphs.inputs;
import static org.genonaut.simulator.Graphs.textToImage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The numbers are those of the conformance checks. */
class PreviewTest {
    private Simulator simulator;
    private TestClient client;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.instant().withPreviews(true));
        client = new TestClient(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static List<String> aroundSteps(List<TestSocket.Heard> messages) {
        return messages.stream()
                .map(TestSocket.Heard::type)
                .filter(type -> type.equals("progress") || type.equals("binary"))
                .toList();
    }

    private static byte[] firstFrame(List<TestSocket.Heard> messages) {
        return messages.stream()
                .map(TestSocket.Heard::frame)
                .filter(frame -> frame.length > 0)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void check25_sendsABarePreviewAfterTheProgress() throws IOException {
        try (var socket = client.open("a")) {
            var graph = textToImage(2);
            inputs(graph, "5").put("width", 832).put("height", 1216);
            var messages = socket.untilEndOf(client.submit(graph, "a"));
            assertThat(aroundSteps(messages)).containsExactly("progress", "binary", "progress", "binary");
            var frame = ByteBuffer.wrap(firstFrame(messages));
            assertThat(frame.getInt()).isEqualTo(1);
            assertThat(frame.getInt()).isEqualTo(1);
            assertThat(frame.remaining()).isLessThan(60 * 1024);
            var image = ImageIO.read(new ByteArrayInputStream(frame.array(), 8, frame.remaining()));
            assertThat(image.getHeight()).isEqualTo(512);
        }
    }

    @Test
    void check25_sendsAPreviewWithMetadataBeforeTheProgressIfThatWasAgreed() {
        try (var socket = client.open("a")) {
            socket.say("{\"type\":\"feature_flags\",\"data\":{\"supports_preview_metadata\":true}}");
            var id = client.submit(textToImage(2), "a");
            var messages = socket.untilEndOf(id);
            assertThat(aroundSteps(messages)).containsExactly("binary", "progress", "binary", "progress");
            var frame = ByteBuffer.wrap(firstFrame(messages));
            assertThat(frame.getInt()).isEqualTo(4);
            var metadata = new byte[frame.getInt()];
            frame.get(metadata);
            assertThat(TestClient.JSON.readTree(metadata).toString())
                    .isEqualTo("{\"node_id\":\"3\",\"prompt_id\":\"%s\",\"display_node_id\":\"3\",".formatted(id)
                            + "\"parent_node_id\":null,\"real_node_id\":\"3\",\"image_type\":\"image/jpeg\"}");
            assertThat(frame.getShort()).isEqualTo((short) 0xFFD8);
        }
    }

    @Test
    void check23_sendsBarePreviewsToEveryoneIfThePromptHasNoOwner() {
        try (var socket = client.open("a")) {
            socket.say("{\"type\":\"feature_flags\",\"data\":{\"supports_preview_metadata\":true}}");
            socket.next();
            client.post(TestClient.prompt(textToImage(1)));
            assertThat(firstFrame(socket.untilRemaining(0))).startsWith(0, 0, 0, 1);
        }
    }
}
