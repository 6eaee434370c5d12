package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.simulator.Graphs.emptyImage;
import static org.genonaut.simulator.Graphs.textToImage;

import java.io.IOException;
import java.util.List;
import org.genonaut.simulator.FrameSocket.Frame;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.fault.FaultBoard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conformance check 31, as far as it is about WebSockets. */
class SocketFaultsTest {
    private Simulator simulator;
    private TestClient client;
    private FaultBoard faults;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.instant());
        client = new TestClient(simulator);
        faults = simulator.script().faults();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static List<String> types(List<TestSocket.Heard> messages) {
        return messages.stream().map(TestSocket.Heard::type).toList();
    }

    @Test
    void check31_dropsSocketsAtAStepAndGoesOnWithTheRun() throws IOException {
        faults.switchOn(new Fault.DropSockets(2));
        try (var socket = new FrameSocket(simulator.url(), "a");
                var other = new FrameSocket(simulator.url(), "b")) {
            var id = client.submit(textToImage(3), "a");
            var frames = socket.until(frame -> false);
            assertThat(frames.getLast()).matches(Frame::isEnd);
            assertThat(frames.stream().filter(frame -> frame.isEvent("progress")))
                    .hasSize(2);
            assertThat(other.until(frame -> false).getLast()).matches(Frame::isEnd);
            assertThat(client.awaitHistory(id).at("/status/status_str").stringValue())
                    .isEqualTo("success");
            assertThat(faults.on()).isEmpty();
        }
    }

    @Test
    void check31_deafensWhatIsOpenForGood() {
        try (var deaf = client.open("a")) {
            deaf.next();
            faults.switchOn(new Fault.DeafSocket());
            faults.liftAll();
            try (var witness = client.open("w")) {
                client.submit(emptyImage(1, "x"), "a");
                witness.untilEndOf(client.submit(emptyImage(2, "x"), "w"));
                deaf.awaitPong();
                assertThat(deaf.unheard()).isEmpty();
            }
        }
    }

    @Test
    void check31_deafensTheNextSocketAfterItsGreeting() {
        faults.switchOn(new Fault.DeafSocket(), 1);
        try (var deaf = client.open("a");
                var hearing = client.open("b")) {
            assertThat(deaf.next().data().get("sid").stringValue()).isEqualTo("a");
            hearing.untilEndOf(client.submit(emptyImage(1, "x"), "b"));
            deaf.awaitPong();
            assertThat(deaf.unheard()).isEmpty();
        }
    }

    @Test
    void check31_stallsTheEventsOfEveryoneWhileHttpGoesOn() {
        try (var owner = client.open("a");
                var other = client.open("b")) {
            owner.next();
            other.next();
            var stalled = faults.switchOn(new Fault.StalledReader());
            var id = client.submit(emptyImage(1, "x"), "a");
            client.awaitHistory(id);
            owner.awaitPong();
            other.awaitPong();
            assertThat(owner.unheard()).isEmpty();
            assertThat(other.unheard()).isEmpty();
            try (var late = client.open("c")) {
                assertThat(late.next().type()).isEqualTo("status");
            }
            faults.lift(stalled.id());
            assertThat(types(owner.untilEndOf(id))).startsWith("status", "status", "execution_start");
            assertThat(types(other.untilRemaining(0))).containsExactly("status", "status", "status");
        }
    }

    @Test
    void check31_losesWhatWasStalledWhenItRestarts() {
        faults.switchOn(new Fault.StalledReader());
        client.submit(emptyImage(1, "x"), "a");
        simulator.script().restart();
        assertThat(faults.on()).isEmpty();
        try (var socket = client.open("a")) {
            var id = client.submit(emptyImage(2, "x"), "a");
            assertThat(types(socket.untilEndOf(id)))
                    .startsWith("status", "status", "status", "execution_start")
                    .containsOnlyOnce("execution_start");
        }
    }

    @Test
    void check31_sendsGarbageBetweenTheRealFrames() throws IOException {
        faults.switchOn(new Fault.GarbageFrames());
        try (var socket = new FrameSocket(simulator.url(), "a")) {
            var id = client.submit(textToImage(8), "a");
            var frames = socket.until(frame -> frame.isText()
                    && frame.text().endsWith("\"" + id + "\"}}")
                    && frame.text().contains("\"node\": null"));
            assertThat(frames.stream().filter(Frame::isText).map(Frame::text))
                    .contains("this is not JSON", "", "[1, 2, 3]")
                    .anyMatch(text -> text.contains("crystools.monitor"))
                    .anyMatch(text -> text.contains("not_yours.png"))
                    .anyMatch(text -> text.contains("\"executing\"") && text.contains("-00000000f00d"));
            assertThat(frames.stream().filter(frame -> !frame.isText()).map(frame -> frame.payload().length))
                    .contains(0, 3, 4);
            assertThat(frames.stream()
                            .filter(frame ->
                                    frame.isEvent("progress") && frame.text().contains(id)))
                    .hasSize(8);
        }
    }

    @Test
    void check31_sendsAsMuchGarbageAsWasAskedFor() {
        faults.switchOn(new Fault.GarbageFrames(), 1);
        try (var socket = client.open("a")) {
            var id = client.submit(emptyImage(1, "x"), "a");
            assertThat(types(socket.untilEndOf(id))).containsOnlyOnce("crystools.monitor");
        }
    }

    @Test
    void check31_leavesASocketOpenAndNeverAnswersItAgain() throws IOException {
        try (var frozen = new FrameSocket(simulator.url(), "a")) {
            frozen.next();
            faults.switchOn(new Fault.HalfOpenTcp());
            faults.liftAll();
            frozen.ping();
            try (var witness = client.open("w")) {
                client.submit(emptyImage(1, "x"), "a");
                witness.untilEndOf(client.submit(emptyImage(2, "x"), "w"));
            }
            assertThat(frozen.hasHeardNothing()).isTrue();
            simulator.script().restart();
            assertThat(frozen.next()).matches(Frame::isEnd);
        }
    }
}
