package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.genonaut.comfyui.StandIn.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever answers at the address, a call ends in a result or in a {@link ComfyUIException}, and in nothing else. */
@Timeout(120)
class FuzzedAnswersTest {

    private static final Pace HASTY = new Pace(
            Duration.ofMillis(2),
            Duration.ofMillis(10),
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Duration.ofMillis(15),
            Duration.ofSeconds(1),
            Duration.ofMillis(1));

    private static final PromptId PROMPT = PromptId.random();

    private static StandIn server;
    private static ComfyUIClient client;
    private static Path image;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = new StandIn();
        client = new ComfyUIClient(
                server.connection()
                        .withTimeouts(
                                new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(15))),
                HASTY);
        image = Files.write(folder.resolve("image.png"), new byte[] {1, 2, 3});
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    /** A call, the request that it makes, and an answer that suits it. */
    private record Asked(String request, String answer, Call call) {

        @Override
        public String toString() {
            return request;
        }
    }

    private interface Call {
        void make() throws InterruptedException;
    }

    static Stream<Asked> questions() {
        var success = "{\"%s\":%s}"
                .formatted(PROMPT, new String(Recorded.bytes("history/success.json"), StandardCharsets.UTF_8));
        return Stream.of(
                new Asked("GET /system_stats", """
                        {"system":{"comfyui_version":"0.3.64","os":"posix","argv":["main.py"],"ram_total":7,"ram_free":5},
                         "devices":[{"name":"cuda:0","type":"cuda","vram_total":9,"vram_free":3}]}""", () -> client.server().systemStats()),
                new Asked(
                        "GET /models/loras",
                        "[\"a.safetensors\",\"b\"]",
                        () -> client.server().models("loras")),
                new Asked("GET /object_info/KSampler", """
                        {"KSampler":{"input":{"required":{"seed":["INT",{"min":0,"max":18446744073709551615}],
                         "sampler_name":[["euler"],{}]},"optional":{}}}}""", FuzzedAnswersTest::readObjectInfo),
                new Asked(
                        "GET /view_metadata/loras",
                        "{\"a\":\"b\",\"c\":\"{}\"}",
                        () -> client.server().metadata("loras", "a")),
                new Asked(
                        "GET /api/jobs",
                        "{\"jobs\":[],\"pagination\":{}}",
                        () -> client.server().probe(Set.of())),
                new Asked(
                        "GET /features",
                        "{\"max_upload_size\":104857600.0}",
                        () -> client.server().probe(Set.of())),
                new Asked(
                        "GET /models",
                        "[\"loras\",\"vae\"]",
                        () -> client.server().probe(Set.of())),
                new Asked(
                        "POST /upload/image",
                        "{\"name\":\"image (1).png\",\"subfolder\":\"\",\"type\":\"input\"}",
                        () -> client.upload(image, "image.png", "", InputImage.Folder.INPUT)),
                new Asked(
                        "POST /prompt",
                        "{\"prompt_id\":\"%s\",\"number\":1,\"node_errors\":{}}".formatted(PROMPT),
                        FuzzedAnswersTest::execute),
                new Asked("GET /history/" + PROMPT, success, FuzzedAnswersTest::execute),
                new Asked(
                        "GET /queue",
                        "{\"queue_running\":[[1,\"%s\",{},{},[]]],\"queue_pending\":[[2,\"x\",{},{},[]]]}"
                                .formatted(PROMPT),
                        FuzzedAnswersTest::execute));
    }

    private static void readObjectInfo() {
        var info = client.server().objectInfo("KSampler");
        info.options("KSampler", "sampler_name");
        info.range("KSampler", "seed");
    }

    private static void execute() throws InterruptedException {
        var result = client.execute(new Execution(PROMPT, ClientId.random(), Recorded.anyWorkflow()), new Heard());
        assertThat(result).isNotNull();
    }

    private static void answerAllWell() {
        questions().forEach(asked -> server.on(asked.request(), Reply.json(asked.answer())));
        server.on("GET /models/vae", Reply.json("[]"));
        server.on("POST /queue", Reply.empty(200));
        server.on("POST /interrupt", Reply.empty(200));
        server.on("GET /queue", StandIn.EMPTY_QUEUE);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void understandsTheAnswerItself(Asked asked) throws InterruptedException {
        answerAllWell();

        asked.call().make();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void survivesAnAnswerOfWhateverShape(Asked asked) {
        Mutations.of(asked.answer()).forEach(mutated -> {
            answerAllWell();
            server.on(asked.request(), Reply.json(mutated));
            make(asked, mutated);
        });
    }

    @ParameterizedTest
    @MethodSource("questions")
    void survivesAnAnswerThatIsNoneOfAComfyUI(Asked asked) {
        for (var reply : List.of(
                Reply.page(200),
                Reply.page(302),
                Reply.page(401),
                Reply.page(403),
                Reply.page(404),
                Reply.page(429),
                Reply.page(502),
                Reply.empty(200),
                Reply.empty(204),
                Reply.json(500, "{\"error\":7}"),
                Reply.json(400, "{\"error\":{\"type\":[],\"message\":{}},\"node_errors\":7}"),
                Reply.bytes("application/json", new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}),
                Reply.bytes("image/png", new byte[] {'{', '}'}),
                Reply.broken())) {
            answerAllWell();
            server.on(asked.request(), reply);
            make(asked, reply.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void survivesAnswersOfTenMegabytesAndEndlessDepth(Asked asked) {
        for (var huge : List.of(
                "[" + "\"0123456789abcdef.safetensors\",".repeat(350_000) + "\"z\"]",
                "{\"queue_running\":[],\"queue_pending\":[" + "[1,\"x\",{},{},[]],".repeat(50_000) + "[]]}",
                "[".repeat(100_000) + "]".repeat(100_000),
                "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                "{\"number\":" + "9".repeat(5_000) + "}")) {
            answerAllWell();
            server.on(asked.request(), Reply.json(huge));
            make(asked, huge.substring(0, 60));
        }
    }

    private static void make(Asked asked, String answer) {
        try {
            asked.call().make();
        } catch (ComfyUIException expected) {
            assertThat(expected).hasMessageNotContaining("Exception");
        } catch (InterruptedException | RuntimeException e) {
            fail("%s answered by %s".formatted(asked, answer), e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "a/b\\c.png",
                "image.png\r\nX-Injected: yes",
                "image.png?type=input&subfolder=..#x",
                "%2e%2e%2f",
                "\u202egnp.exe",
                "\u0000",
                "😀.png",
                "\"><script>alert(1)</script>"
            })
    void asksForAFileOfAHostileNameByThatNameAlone(String name, @TempDir Path folder) throws InterruptedException {
        server.requests().clear();
        server.on("GET /view", Reply.bytes("image/png", new byte[] {1}));

        client.download(new OutputImage(name, name, name), folder.resolve("file"), 10);

        assertThat(server.requests())
                .hasSize(1)
                .first()
                .satisfies(request -> assertThat(request.strip())
                        .matches("GET /view\\?filename=[\\w%.~*-]*&subfolder=[\\w%.~*-]*&type=[\\w%.~*-]*"));
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("file"));
    }

    @Test
    void takesNoAnswerFromSomethingThatSpeaksNoHttp() throws Exception {
        for (var banner : List.of(
                "SSH-2.0-OpenSSH_9.6\r\n",
                "\u0000\u0001\u0002",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(100_000))) {
            try (var stranger = new Stranger(banner);
                    var lost = new ComfyUIClient(Connection.to(stranger.url()), HASTY)) {
                make(new Asked("GET /system_stats", "", lost.server()::systemStats), banner);
            }
        }
    }
}
