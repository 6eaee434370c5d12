package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.comfyui.StandIn.NO_HISTORY;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.genonaut.comfyui.StandIn.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Executions that are told of their progress on a real socket. */
@Timeout(60)
class ProgressSocketTest {

    private final StandIn server = new StandIn().opensSockets();
    private final Execution execution = new Execution(Recorded.TXT2IMG, ClientId.random(), workflow());
    private final Heard heard = new Heard();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void followsARecordedRun() throws Exception {
        accepting().on("GET /history/" + Recorded.TXT2IMG, history());
        try (var client = new ComfyUIClient(server.connection(), StandIn.SOCKET_ONLY)) {
            var result = execute(client);
            var socket = server.socket();
            heard.await("QUEUED");
            new String(Recorded.bytes("frames/txt2img.jsonl"), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(frame -> StandIn.say(socket, frame));

            assertThat(result.result()).isInstanceOf(ExecutionResult.Success.class);
            assertThat(heard.said()).contains("LOADING", "SAMPLING", "DECODING", "SAVING");
        }
    }

    @Test
    void opensTheSocketBeforeItPostsAndSaysFirstWhatItUnderstands() throws Exception {
        accepting().on("GET /history/" + Recorded.TXT2IMG, history());
        try (var client = new ComfyUIClient(server.connection(), StandIn.FAST)) {
            execute(client).result();

            assertThat(server.requests().getFirst()).startsWith("GET /ws?clientId=" + execution.clientId());
            assertThat(server.heard()).contains("feature_flags", "\"supports_preview_metadata\":true");
            assertThat(server.heard()).isEqualTo("CloseWebSocketFrame");
        }
    }

    @Test
    void sendsItsHeadersOnEveryWayAndNoOrigin() throws Exception {
        accepting().on("GET /history/" + Recorded.TXT2IMG, history());
        try (var client = new ComfyUIClient(server.connection(), StandIn.FAST)) {
            execute(client).result();
        }

        assertThat(server.requests()).anyMatch(request -> request.startsWith("GET /ws"));
        assertThat(server.headers()).hasSizeGreaterThan(2).allSatisfy(headers -> {
            assertThat(headers.get("X-Key")).isEqualTo("secret");
            assertThat(headers.contains("Origin")).isFalse();
        });
    }

    @Test
    void handsPreviewsOn() throws Exception {
        accepting().on("GET /history/" + Recorded.TXT2IMG, history());
        try (var client = new ComfyUIClient(server.connection(), StandIn.SOCKET_ONLY)) {
            var result = execute(client);
            var socket = server.socket();
            heard.await("QUEUED");
            StandIn.say(socket, """
                    {"type":"progress","data":{"value":1,"max":4,"prompt_id":"%s","node":"3"}}""".formatted(Recorded.TXT2IMG));
            StandIn.say(socket, Recorded.bytes("frames/preview-type1.bin"));
            heard.await("image/jpeg");
            StandIn.say(socket, """
                    {"type":"executing","data":{"node":null,"prompt_id":"%s"}}""".formatted(Recorded.TXT2IMG));

            assertThat(result.result()).isInstanceOf(ExecutionResult.Success.class);
        }
    }

    @Test
    void goesOnByHttpWhenTheSocketBreaks() throws Exception {
        accepting().on("GET /history/" + Recorded.TXT2IMG, NO_HISTORY);
        try (var client = new ComfyUIClient(server.connection(), StandIn.FAST)) {
            var result = execute(client);
            var socket = server.socket();
            heard.await("QUEUED");

            socket.close().syncUninterruptibly();
            server.on("GET /history/" + Recorded.TXT2IMG, history());

            assertThat(result.result()).isInstanceOf(ExecutionResult.Success.class);
        }
    }

    @Test
    void keepsAQuietSocketAlive() throws Exception {
        accepting().on("GET /history/" + Recorded.TXT2IMG, NO_HISTORY);
        try (var client = new ComfyUIClient(server.connection(), StandIn.FAST)) {
            execute(client);

            assertThat(server.heard()).contains("feature_flags");
            assertThat(server.heard()).isEqualTo("PingWebSocketFrame");
        }
    }

    @Test
    void attachesUnderTheClientIdThatItWasSubmittedWith() throws Exception {
        accepting().on("GET /history/" + Recorded.TXT2IMG, NO_HISTORY, NO_HISTORY, history());
        try (var client = new ComfyUIClient(server.connection(), StandIn.SOCKET_ONLY)) {
            var result = Background.start(() -> client.attach(Recorded.TXT2IMG, execution.clientId(), heard));
            var socket = server.socket();
            heard.await("QUEUED");
            // What a ComfyUI says to whoever comes back: the executing node, without its prompt.
            StandIn.say(socket, "{\"type\":\"executing\",\"data\":{\"node\":\"8\"}}");
            heard.await("DECODING");
            StandIn.say(socket, """
                    {"type":"executing","data":{"node":null,"prompt_id":"%s"}}""".formatted(Recorded.TXT2IMG));

            assertThat(result.result()).isInstanceOf(ExecutionResult.Success.class);
            assertThat(server.requests())
                    .anySatisfy(request -> assertThat(request).startsWith("GET /ws?clientId=" + execution.clientId()));
        }
    }

    private StandIn accepting() {
        var item = "[1,\"%s\",%s,{},[\"9\"]]".formatted(Recorded.TXT2IMG, Recorded.json("graphs/txt2img.json"));
        return server.on(
                        "POST /prompt",
                        Reply.json("{\"prompt_id\":\"" + Recorded.TXT2IMG + "\",\"number\":1,\"node_errors\":{}}"))
                .on("GET /queue", Reply.json("{\"queue_running\":[" + item + "],\"queue_pending\":[]}"));
    }

    private static Reply history() {
        return Reply.json("{\"" + Recorded.TXT2IMG + "\":" + Recorded.json("history/success.json") + "}");
    }

    private static Workflow workflow() {
        var workflow = Workflow.builder();
        for (var classType : List.of("A", "B", "KSampler", "CheckpointLoaderSimple", "C", "D", "E", "VAEDecode")) {
            workflow.add(classType, in -> {});
        }
        workflow.add("SaveImage", in -> {});
        return workflow.build();
    }

    private Background execute(ComfyUIClient client) {
        return Background.start(() -> client.execute(execution, heard));
    }
}
