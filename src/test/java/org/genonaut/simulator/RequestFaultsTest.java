package org.genonaut.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.genonaut.simulator.Graphs.emptyImage;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.fault.FaultBoard;
import org.genonaut.simulator.time.ManualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conformance check 31, as far as it is about HTTP. */
class RequestFaultsTest {
    private Simulator simulator;
    private TestClient client;
    private FaultBoard faults;
    private ManualTime time;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.instant().withManualTime());
        client = new TestClient(simulator);
        faults = simulator.script().faults();
        time = simulator.script().time();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String run(int colour) {
        var id = client.submit(emptyImage(colour, "x"), "nobody");
        client.awaitHistory(id);
        return id;
    }

    @Test
    void check31_answers500AlthoughThePromptIsQueued() {
        faults.switchOn(new Fault.ErrorAfterEnqueue(), 1);
        var body = TestClient.prompt(emptyImage(1, "x"));
        var answer = client.post("prompt", body.toString());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(new String(answer.body(), UTF_8)).startsWith("500 Internal Server Error");
        var entry = client.awaitHistory(body.get("prompt_id").stringValue());
        assertThat(entry.at("/status/status_str").stringValue()).isEqualTo("success");
        assertThat(client.post("prompt", TestClient.prompt(emptyImage(2, "x")).toString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void check31_doesNotSpoilARefusal() {
        faults.switchOn(new Fault.ErrorAfterEnqueue(), 1);
        assertThat(client.post("prompt", "{\"prompt\": {}}").statusCode()).isEqualTo(400);
        assertThat(faults.on()).hasSize(1);
    }

    @Test
    void check31_cutsTheConnectionAlthoughThePromptIsQueued() {
        faults.switchOn(new Fault.AnswerLost(), 1);
        var body = TestClient.prompt(emptyImage(1, "x"));
        assertThatThrownBy(() -> client.post("prompt", body.toString())).isInstanceOf(UncheckedIOException.class);
        client.awaitHistory(body.get("prompt_id").stringValue());
        assertThat(simulator.script().receivedPrompts()).hasSize(1);
    }

    @Test
    void check31_forgetsTheHistoryForSomeAnswers() {
        var id = run(1);
        faults.switchOn(new Fault.HistoryMissing(), 2);
        assertThat(client.json("history/" + id).isEmpty()).isTrue();
        assertThat(client.json("history").isEmpty()).isTrue();
        assertThat(client.json("history/" + id).has(id)).isTrue();
    }

    @Test
    void check31_looksAtARequestOnlyAfterItsLatency() {
        faults.switchOn(new Fault.Latency(Duration.ofSeconds(2), "/history"), 1);
        try (var slow = new RawConnection(simulator.url()).get("/history")) {
            time.awaitWaiting(1);
            time.advance(Duration.ofMillis(1999));
            assertThat(client.json("queue").has("queue_running")).isTrue();
            assertThat(slow.hasHeardNothing()).isTrue();
            time.advance(Duration.ofMillis(1));
            assertThat(slow.head()).startsWith("HTTP/1.1 200");
        }
        assertThat(client.get("history").statusCode()).isEqualTo(200);
    }

    @Test
    void check31_delaysTheOpeningOfAWebSocketToo() {
        faults.switchOn(new Fault.Latency(Duration.ofSeconds(2), "/"), 1);
        try (var slow = new RawConnection(simulator.url()).get("/ws")) {
            time.awaitWaiting(1);
            assertThat(slow.hasHeardNothing()).isTrue();
            time.advance(Duration.ofSeconds(2));
            assertThat(slow.head()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void check31_letsAPictureTrickle() {
        run(1);
        var picture = client.get("view?filename=x_00001_.png").body();
        faults.switchOn(new Fault.ThrottledView(50));
        try (var slow = new RawConnection(simulator.url()).get("/view?filename=x_00001_.png")) {
            assertThat(slow.head()).startsWith("HTTP/1.1 200").contains("Content-Length: " + picture.length);
            assertThat(slow.body(5)).isEqualTo(Arrays.copyOf(picture, 5));
            time.awaitWaiting(1);
            assertThat(slow.hasHeardNothing()).isTrue();
            time.advance(Duration.ofSeconds(1));
            assertThat(slow.body(50)).hasSize(50);
            time.awaitWaiting(1);
            assertThat(slow.hasHeardNothing()).isTrue();
            time.advance(Duration.ofDays(1));
            assertThat(slow.body(picture.length - 55)).hasSize(picture.length - 55);
            faults.liftAll();
            assertThat(slow.get("/queue").head()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void check31_refusesConnectionsUntilItTakesThemAgain() {
        client.get("queue");
        var off = faults.switchOn(new Fault.RefuseConnections());
        assertThatThrownBy(() -> client.get("queue")).isInstanceOf(UncheckedIOException.class);
        faults.lift(off.id());
        assertThat(client.get("queue").statusCode()).isEqualTo(200);
    }

    @Test
    void check31_refusesConnectionsUntilTheLastWhoWantedItLetsGo() {
        var first = faults.switchOn(new Fault.RefuseConnections());
        var second = faults.switchOn(new Fault.RefuseConnections());
        faults.lift(first.id());
        assertThatThrownBy(() -> client.get("queue")).isInstanceOf(UncheckedIOException.class);
        faults.lift(second.id());
        assertThat(client.get("queue").statusCode()).isEqualTo(200);
    }

    @Test
    void check31_acceptsAConnectionAndNeverReadsIt() {
        faults.switchOn(new Fault.HalfOpenTcp(), 1);
        try (var frozen = new RawConnection(simulator.url()).get("/queue");
                var fine = new RawConnection(simulator.url()).get("/queue")) {
            assertThat(fine.head()).startsWith("HTTP/1.1 200");
            assertThat(frozen.hasHeardNothing()).isTrue();
        }
    }

    @Test
    void check31_stopsReadingConnectionsInTheMiddleOfTheirLife() {
        try (var frozen = new RawConnection(simulator.url()).get("/queue")) {
            frozen.body(frozen.head().contains("Content-Length: 42") ? 42 : 0);
            faults.switchOn(new Fault.HalfOpenTcp());
            faults.liftAll();
            frozen.get("/queue");
            try (var fine = new RawConnection(simulator.url()).get("/queue")) {
                assertThat(fine.head()).startsWith("HTTP/1.1 200");
            }
            assertThat(frozen.hasHeardNothing()).isTrue();
        }
    }
}
