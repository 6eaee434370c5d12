package org.genonaut.generation.run;

import static org.genonaut.generation.run.Plot.again;
import static org.genonaut.generation.run.Plot.cancelled;
import static org.genonaut.generation.run.Plot.completes;
import static org.genonaut.generation.run.Plot.fails;

import java.time.Duration;
import java.util.stream.Stream;
import org.genonaut.generation.FailureKind;
import org.genonaut.generation.run.Plot.Turn;
import org.genonaut.simulator.fault.Fault;

/** What a generation ends as when it meets each fault alone. */
final class Plots {

    private static final Duration A_WHILE = Duration.ofMillis(200);

    private Plots() {}

    /**
     * @param server its name
     * @param checkpoint that the generation asks for
     */
    static Stream<Plot> of(String server, String checkpoint) {
        return Stream.of(inTheSocket(), onTheWay(), inTheServer(), inTheRun(server, checkpoint))
                .flatMap(plots -> plots);
    }

    /** A socket is a hint: nobody notices. */
    private static Stream<Plot> inTheSocket() {
        return Stream.of(
                completes(new Fault.DropSockets(1)),
                completes(new Fault.DeafSocket()),
                completes(new Fault.StalledReader()),
                completes(new Fault.GarbageFrames()));
    }

    private static Stream<Plot> onTheWay() {
        return Stream.of(
                completes(new Fault.Latency(Duration.ofMillis(20), "/")),
                completes(new Fault.ThrottledView(100_000)),
                completes(new Fault.ErrorAfterEnqueue()).once(),
                completes(new Fault.AnswerLost()).once(),
                completes(new Fault.HalfOpenTcp()).once(),
                again(new Fault.RefuseConnections(), "unreachable").with(Turn.LIFTED_AFTER_SETBACK));
    }

    private static Stream<Plot> inTheServer() {
        return Stream.of(
                again(new Fault.Restart(1), "lost"),
                again(new Fault.ZombieWorker(), "lost").with(Turn.RESTARTED_WHEN_BEGUN),
                again(new Fault.HistoryMissing(), "lost").with(Turn.LIFTED_AFTER_SETBACK),
                completes(new Fault.HistoryDelay(A_WHILE)).once(),
                completes(new Fault.HistoryHeld()).with(Turn.LIFTED_WHEN_MADE),
                cancelled(new Fault.SlowInterrupt(A_WHILE)).once());
    }

    private static Stream<Plot> inTheRun(String server, String checkpoint) {
        return Stream.of(
                fails(new Fault.OutOfMemoryAbove(0), FailureKind.OUT_OF_MEMORY, "Ran out of GPU memory."),
                fails(
                                new Fault.ExecutionFailure("VAEDecode", "RuntimeError", "bad latent"),
                                FailureKind.NODE_FAILED,
                                "ComfyUI failed in VAEDecode.")
                        .once(),
                fails(
                                new Fault.ExecutionBlocked("not today"),
                                FailureKind.NOTHING_PRODUCED,
                                "ComfyUI ended without a picture.")
                        .once(),
                again(new Fault.FileGone(), "file_gone").once(),
                fails(new Fault.FileGone(), FailureKind.FILE_GONE, "ComfyUI no longer has the picture.")
                        .whoseAttemptsEnd("file_gone", "file_gone"),
                fails(
                                new Fault.MissingModel("checkpoints", checkpoint),
                                FailureKind.MODEL_MISSING,
                                "checkpoint_model: " + server + " does not have " + checkpoint + ".")
                        .whoseAttemptsEnd("model_missing")
                        .with(Turn.FRESHLY_STARTED));
    }
}
