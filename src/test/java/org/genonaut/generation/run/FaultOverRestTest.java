package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.genonaut.TestAccounts;
import org.genonaut.TestFleet;
import org.genonaut.generation.run.MixedFleet.Servers;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.protocol.Dialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program reads of a generation that met a fault. */
@WithMixedFleet
class FaultOverRestTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    @Autowired
    private Trials trials;

    @Autowired
    private Servers servers;

    private String maya = "";

    FaultOverRestTest(@LocalServerPort int port) {
        base = "http://127.0.0.1:" + port;
    }

    @BeforeEach
    void aMemberWithAToken(@Autowired TestAccounts accounts) {
        maya = accounts.bearer(accounts.member(TestFleet.newName()));
        trials.awaitReady();
    }

    @AfterEach
    void end() {
        trials.recover();
        http.close();
    }

    @ParameterizedTest
    @EnumSource
    void readsWhyItFailed(Dialect dialect) throws Exception {
        servers.of(dialect).script().faults().switchOn(new Fault.OutOfMemoryAbove(0), 1);

        var ended = awaitEnd(submit(dialect));

        assertThat(ended.path("status").stringValue()).isEqualTo("failed");
        assertThat(ended.path("error").stringValue()).startsWith("Ran out of GPU memory. ");
        assertThat(ended.path("output_paths")).isEmpty();
        assertThat(ended.path("jobs")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void readsOfAFaultThatPassedNothingButThePicture(Dialect dialect) throws Exception {
        servers.of(dialect).script().faults().switchOn(new Fault.FileGone(), 1);

        var ended = awaitEnd(submit(dialect));

        assertThat(ended.path("status").stringValue()).isEqualTo("completed");
        assertThat(ended.path("error").isNull()).isTrue();
        assertThat(ended.path("output_paths")).hasSize(1);
        var picture = send(HttpRequest.newBuilder(
                URI.create(base + ended.path("output_paths").get(0).stringValue())));
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
    }

    private String submit(Dialect dialect) throws IOException, InterruptedException {
        var body = JSON.createObjectNode()
                .put("prompt", "castle at night")
                .put("checkpoint_model", Servers.checkpointOf(dialect))
                .put("width", 64)
                .put("height", 64);
        var answer = send(HttpRequest.newBuilder(URI.create(base + "/api/generation/request"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private JsonNode awaitEnd(String location) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> trials.hurried(
                                () -> JSON.readTree(send(HttpRequest.newBuilder(URI.create(base + location)))
                                        .body())),
                        body -> !body.path("status").stringValue("").matches("pending|processing"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.header("Authorization", maya).build(), BodyHandlers.ofString());
    }
}
