package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.genonaut.simulator.Graphs.emptyImage;
import static org.genonaut.simulator.Graphs.textToImage;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.genonaut.simulator.book.PromptRun;
import org.genonaut.simulator.book.PromptRun.Outcome;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.fault.FaultBoard;
import org.genonaut.simulator.time.ManualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conformance check 31, as far as it is about whole runs, which take a simulated time that passes only by hand. */
class RunFaultsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private Simulator simulator;
    private TestClient client;
    private TestSocket socket;
    private FaultBoard faults;
    private ManualTime time;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.instant().withManualTime());
        client = new TestClient(simulator);
        socket = client.open("a");
        faults = simulator.script().faults();
        time = simulator.script().time();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static List<String> types(List<TestSocket.Heard> messages) {
        return messages.stream().map(TestSocket.Heard::type).toList();
    }

    private List<TestSocket.Heard> until(String type) {
        return socket.until(message -> message.type().equals(type));
    }

    @Test
    void check31_writesTheHistoryOnlyAWhileAfterTheSuccess() {
        faults.switchOn(new Fault.HistoryDelay(Duration.ofMillis(500)), 1);
        var id = client.submit(emptyImage(1, "x"), "a");
        until("execution_success");
        time.awaitWaiting(1);
        time.advance(Duration.ofMillis(499));
        assertThat(client.history(id).isMissingNode()).isTrue();
        assertThat(client.json("queue").at("/queue_running/0/1").stringValue()).isEqualTo(id);
        assertThat(socket.unheard()).isEmpty();
        time.advance(Duration.ofMillis(1));
        assertThat(types(socket.untilEndOf(id))).containsExactly("status", "executing");
        assertThat(client.history(id).isMissingNode()).isFalse();
    }

    @Test
    void check31_holdsTheHistoryUntilItIsLifted() {
        var held = faults.switchOn(new Fault.HistoryHeld());
        var id = client.submit(emptyImage(1, "x"), "a");
        until("execution_success");
        assertThat(client.history(id).isMissingNode()).isTrue();
        faults.lift(held.id());
        socket.untilEndOf(id);
        assertThat(client.history(id).isMissingNode()).isFalse();
    }

    @Test
    void check31_restartsAtAStepAndLosesTheRun() throws IOException {
        faults.switchOn(new Fault.Restart(1));
        try (var bare = new FrameSocket(simulator.url(), "b")) {
            var id = client.submit(textToImage(2), "a");
            until("execution_start");
            time.advance(LONG);
            assertThat(bare.until(frame -> false).getLast()).matches(FrameSocket.Frame::isEnd);
            client.awaitAnswer();
            assertThat(client.json("history").isEmpty()).isTrue();
            assertThat(client.json("prompt").at("/exec_info/queue_remaining").intValue())
                    .isZero();
            assertThat(simulator.script().book().runsOf(id))
                    .extracting(PromptRun::outcome)
                    .containsExactly(Outcome.LOST);
        }
    }

    @Test
    void check31_becomesAZombieThatOnlyARestartHelps() {
        var zombie = faults.switchOn(new Fault.ZombieWorker());
        var first = client.submit(emptyImage(1, "x"), "a");
        socket.untilRemaining(1);
        socket.untilRemaining(1);
        var second = client.submit(emptyImage(2, "x"), "a");
        socket.untilRemaining(2);
        client.post("interrupt", "");
        client.post("interrupt", "{\"prompt_id\": \"" + first + "\"}");
        socket.awaitPong();
        assertThat(socket.unheard()).isEmpty();
        assertThat(client.json("queue").at("/queue_running/0/1").stringValue()).isEqualTo(first);
        assertThat(client.json("queue").at("/queue_pending/0/1").stringValue()).isEqualTo(second);
        assertThatThrownBy(() -> faults.lift(zombie.id())).isInstanceOf(IllegalStateException.class);
        assertThat(faults.liftAll()).isEmpty();
        simulator.script().restart();
        assertThat(faults.on()).isEmpty();
        client.awaitHistory(client.submit(emptyImage(3, "x"), "a"));
    }

    @Test
    void check31_diesInTheMiddleOfARun() {
        var pause = simulator.script().pauseAtStep(1);
        var id = client.submit(textToImage(3), "a");
        until("execution_start");
        time.advance(LONG);
        pause.awaitReached();
        faults.switchOn(new Fault.ZombieWorker());
        pause.release();
        client.post("interrupt", "");
        until("progress");
        socket.awaitPong();
        assertThat(socket.unheard()).doesNotContain("progress", "execution_interrupted");
        assertThat(client.json("queue").at("/queue_running/0/1").stringValue()).isEqualTo(id);
    }

    @Test
    void check31_stopsOnlyAtTheEndOfALongStep() {
        var pause = simulator.script().pauseAtStep(1);
        var id = client.submit(textToImage(3), "a");
        until("execution_start");
        time.advance(LONG);
        pause.awaitReached();
        faults.switchOn(new Fault.SlowInterrupt(Duration.ofSeconds(4)));
        client.post("interrupt", "");
        pause.release();
        time.awaitWaiting(1);
        time.advance(Duration.ofMillis(3999));
        until("progress");
        socket.awaitPong();
        assertThat(socket.unheard()).isEmpty();
        time.advance(Duration.ofMillis(1));
        assertThat(types(socket.untilEndOf(id))).containsExactly("execution_interrupted", "status", "executing");
        assertThat(simulator.script().book().runsOf(id))
                .extracting(PromptRun::outcome)
                .containsExactly(Outcome.INTERRUPTED);
    }

    @Test
    void worksExactlyAsLongAsItsStepsTake() {
        var id = client.submit(textToImage(4), "a");
        until("execution_start");
        time.awaitWaiting(1);
        // The checkpoint takes 3 s, the LoRA 0.3 s, and each step a little.
        time.advance(Duration.ofMillis(3299));
        socket.until(message -> message.type().equals("executing")
                && message.data().get("node").asString("").equals("10"));
        time.awaitWaiting(1);
        socket.awaitPong();
        assertThat(socket.unheard()).isEmpty();
        time.advance(Duration.ofSeconds(10));
        assertThat(types(socket.untilEndOf(id))).contains("execution_success");
    }

    @Test
    void keepsTheBookOverRestarts() {
        var done = client.submit(emptyImage(1, "x"), "a");
        socket.untilEndOf(done);
        simulator.script().restart();
        var again = client.submit(emptyImage(1, "x"), "b");
        client.awaitHistory(again);
        assertThat(simulator.script().book().runs())
                .extracting(PromptRun::promptId, PromptRun::outcome)
                .containsExactly(tuple(done, Outcome.SUCCESS), tuple(again, Outcome.SUCCESS));
    }
}
