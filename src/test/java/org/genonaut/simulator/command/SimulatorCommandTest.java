package org.genonaut.simulator.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Starts the command as people do, in a process of its own. */
class SimulatorCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path temp;

    private final List<Process> processes = new ArrayList<>();

    private Process start(String... arguments) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temp,
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorCommand.class.getName()));
        line.addAll(List.of(arguments));
        var process = new ProcessBuilder(line).start();
        processes.add(process);
        return process;
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private static String said(BufferedReader out) throws IOException {
        var said = new StringBuilder();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Ctrl-C")) {
                break;
            }
        }
        return said.toString();
    }

    private static URI address(String said, String pattern) {
        var match = Pattern.compile(pattern).matcher(said);
        assertThat(match.find()).as(said).isTrue();
        return URI.create(match.group(1));
    }

    private static JsonNode get(URI address) throws Exception {
        return JSON.readTree(HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body());
    }

    private static JsonNode post(URI address, String body) throws Exception {
        var request = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }

    private static String referencePrompt() throws IOException {
        try (var in = Objects.requireNonNull(
                SimulatorCommandTest.class.getResourceAsStream("/org/genonaut/simulator/reference-workflow.json"))) {
            ObjectNode body = JSON.createObjectNode();
            body.set("prompt", JSON.readTree(in).get("prompt"));
            return body.toString();
        }
    }

    @Test
    void runsTheReferenceWorkflowForAnyClientAndEndsCleanly() throws Exception {
        var process =
                start("--port", "0", "--control-port", "0", "--speed", "1000000", "--models", "50", "--name", "Cirrus");
        var said = said(process.inputReader(UTF_8));
        assertThat(said).contains("Simulated ComfyUI Cirrus", "dialect  0.3.64", "18 checkpoints", "54 loras");
        var url = address(said, "at (http://127\\.0\\.0\\.1:\\d+/)");
        var id = post(url.resolve("prompt"), referencePrompt()).get("prompt_id").stringValue();
        await().until(() -> get(url.resolve("history/" + id)).has(id));
        var file = get(url.resolve("history/" + id)).at("/" + id + "/outputs/9/images/0/filename");
        var picture = HTTP.send(
                HttpRequest.newBuilder(url.resolve("view?filename=" + file.stringValue()))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(picture.headers().firstValue("content-type")).contains("image/png");
        var control = address(said, "control  (http://127\\.0\\.0\\.1:\\d+/)");
        assertThat(get(control.resolve("prompts"))
                        .at("/prompts/0/runs/0/outcome")
                        .stringValue())
                .isEqualTo("success");
        process.toHandle().destroy(); // As Ctrl-C does; what it said last can still be read.
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.errorReader(UTF_8).lines()).isEmpty();
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void refusesWrongOptions() throws Exception {
        var process = start("--prot", "8188");
        assertThat(process.errorReader(UTF_8).readLine()).startsWith("There is no --prot, but --port");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
    }

    @Test
    void tellsWhenItsPortIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var process = start("--port", String.valueOf(other.getLocalPort()));
            assertThat(process.errorReader(UTF_8).readLine())
                    .isEqualTo("Cannot listen at 127.0.0.1:" + other.getLocalPort() + "; choose another port");
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
        }
    }
}
