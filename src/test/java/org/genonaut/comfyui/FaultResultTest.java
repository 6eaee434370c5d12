package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.genonaut.comfyui.ExecutionResult.Interrupted;
import org.genonaut.comfyui.ExecutionResult.Lost;
import org.genonaut.comfyui.ExecutionResult.ModelMissing;
import org.genonaut.comfyui.ExecutionResult.NodeFailed;
import org.genonaut.comfyui.ExecutionResult.NothingProduced;
import org.genonaut.comfyui.ExecutionResult.OutOfMemory;
import org.genonaut.comfyui.ExecutionResult.Stuck;
import org.genonaut.comfyui.ExecutionResult.Success;
import org.genonaut.comfyui.ExecutionResult.Unreachable;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.genonaut.simulator.book.PromptRun;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.protocol.Dialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of a server alone, and the one result that an execution then ends in, in both dialects. */
@Timeout(60)
class FaultResultTest {

    private static final String CHECKPOINT = "dreamshaper_8.safetensors";
    private static final Duration A_WHILE = Duration.ofMillis(100);

    /** So short that a dead worker shows, and long enough for a busy machine. */
    private static final Timeouts HASTY =
            new Timeouts(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(800));

    private @Nullable Simulator started;

    @TempDir
    private Path folder;

    /**
     * @param times how often the fault happens; empty for once, or until it is lifted
     * @param mayRun of the result, if the server cannot be reached
     */
    record Row(Fault fault, OptionalInt times, Class<? extends ExecutionResult> result, boolean mayRun) {

        static Row always(Fault fault, Class<? extends ExecutionResult> result) {
            return new Row(fault, OptionalInt.empty(), result, false);
        }

        static Row once(Fault fault, Class<? extends ExecutionResult> result) {
            return new Row(fault, OptionalInt.of(1), result, false);
        }

        void switchOn(Simulator simulator) {
            var faults = simulator.script().faults();
            times.ifPresentOrElse(counted -> faults.switchOn(fault, counted), () -> faults.switchOn(fault));
        }
    }

    private static Stream<Row> rows() {
        return Stream.of(
                Row.always(new Fault.DropSockets(1), Success.class),
                Row.always(new Fault.DeafSocket(), Success.class),
                Row.always(new Fault.StalledReader(), Success.class),
                Row.always(new Fault.GarbageFrames(), Success.class),
                Row.always(new Fault.Latency(Duration.ofMillis(10), "/"), Success.class),
                Row.always(new Fault.ThrottledView(100_000), Success.class),
                Row.once(new Fault.ErrorAfterEnqueue(), Success.class),
                Row.once(new Fault.AnswerLost(), Success.class),
                Row.once(new Fault.HistoryDelay(A_WHILE), Success.class),
                Row.once(new Fault.SlowInterrupt(A_WHILE), Success.class),
                Row.once(new Fault.FileGone(), Success.class),
                Row.always(new Fault.HistoryMissing(), Lost.class),
                Row.always(new Fault.Restart(1), Lost.class),
                Row.always(new Fault.HistoryHeld(), Stuck.class),
                Row.always(new Fault.ZombieWorker(), Stuck.class),
                Row.always(new Fault.RefuseConnections(), Unreachable.class),
                new Row(new Fault.HalfOpenTcp(), OptionalInt.empty(), Unreachable.class, true),
                Row.once(new Fault.OutOfMemoryAbove(0), OutOfMemory.class),
                Row.once(new Fault.ExecutionFailure("VAEDecode", "RuntimeError", "bad latent"), NodeFailed.class),
                Row.once(new Fault.ExecutionBlocked("not today"), NothingProduced.class),
                Row.always(new Fault.MissingModel("checkpoints", CHECKPOINT), ModelMissing.class));
    }

    static Stream<Arguments> table() {
        return Arrays.stream(Dialect.values()).flatMap(dialect -> rows().map(row -> Arguments.of(dialect, row)));
    }

    @AfterEach
    void stop() {
        if (started != null) {
            started.close();
        }
    }

    private Simulator start(Dialect dialect) {
        var simulator = Simulator.start(SimulatorOptions.instant().withDialect(dialect));
        started = simulator;
        return simulator;
    }

    private static ComfyUIClient client(Simulator simulator) {
        var to = Connection.to(simulator.url());
        return new ComfyUIClient(new Connection(to.baseUrl(), to.headers(), to.trust(), HASTY), StandIn.FAST);
    }

    @ParameterizedTest
    @MethodSource("table")
    void endsInOneResultAndIsSentOnce(Dialect dialect, Row row) throws Exception {
        var simulator = start(dialect);
        try (var client = client(simulator)) {
            row.switchOn(simulator);

            var result = client.execute(execution(picture(1, 2)), new Heard());

            assertThat(result).isInstanceOf(row.result());
            if (result instanceof Unreachable unreachable) {
                assertThat(unreachable.mayRun()).isEqualTo(row.mayRun());
            }
            if (result instanceof Success success) {
                fetch(client, success, row);
            }
            assertThat(simulator.script().receivedPrompts()).hasSizeLessThanOrEqualTo(1);
        }
    }

    /** Only what is gone for good cannot be fetched. */
    private void fetch(ComfyUIClient client, Success success, Row row) throws InterruptedException {
        var image = success.images().getFirst();
        var target = folder.resolve("picture.png");
        if (row.fault() instanceof Fault.FileGone) {
            assertThatThrownBy(() -> client.download(image, target, 10_000_000))
                    .isInstanceOf(ComfyUIException.FileGone.class);
            assertThat(target).doesNotExist();
        } else {
            assertThat(target)
                    .hasSize(client.download(image, target, 10_000_000).bytes());
        }
    }

    @Test
    void noFaultIsLeftOut() {
        assertThat(rows().<Class<?>>map(row -> row.fault().getClass()))
                .containsAll(leaves(Fault.class).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(FaultResultTest::leaves);
    }

    @ParameterizedTest
    @EnumSource
    void aSlowInterruptStopsOursAndNotTheNext(Dialect dialect) throws Exception {
        var simulator = start(dialect);
        simulator.script().faults().switchOn(new Fault.SlowInterrupt(A_WHILE), 1);
        var sampling = simulator.script().pauseAtStep(1);
        try (var client = client(simulator);
                var stranger = new ComfyUIClient(Connection.to(simulator.url()))) {
            var ours = execution(picture(1, 4));
            var theirs = execution(picture(2, 4));
            var our = Background.start(() -> client.execute(ours, new Heard()));
            sampling.awaitReached();
            var waiting = new Heard();
            var their = Background.start(() -> stranger.execute(theirs, waiting));
            waiting.awaitAccepted();

            client.cancel(ours.promptId());
            sampling.release();

            assertThat(our.result()).isEqualTo(new Interrupted());
            assertThat(their.result()).isInstanceOf(Success.class);
            assertThat(simulator.script().book().runsOf(theirs.promptId().toString()))
                    .extracting(PromptRun::outcome)
                    .containsExactly(PromptRun.Outcome.SUCCESS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancellingWhatWaitsLeavesTheRunningAndTheWaitingOfOthers(Dialect dialect) throws Exception {
        var simulator = start(dialect);
        var sampling = simulator.script().pauseAtStep(1);
        try (var client = client(simulator);
                var stranger = new ComfyUIClient(Connection.to(simulator.url()))) {
            var runs = Background.start(() -> stranger.execute(execution(picture(1, 4)), new Heard()));
            sampling.awaitReached();
            var ours = execution(picture(2, 4));
            var heard = new Heard();
            var our = Background.start(() -> client.execute(ours, heard));
            heard.awaitAccepted();
            var alsoHeard = new Heard();
            var waits = Background.start(() -> stranger.execute(execution(picture(3, 4)), alsoHeard));
            alsoHeard.awaitAccepted();

            client.cancel(ours.promptId());
            client.cancel(ours.promptId());
            sampling.release();

            assertThat(our.result()).isEqualTo(new Interrupted());
            assertThat(runs.result()).isInstanceOf(Success.class);
            assertThat(waits.result()).isInstanceOf(Success.class);
            assertThat(simulator.script().executionsOf(ours.promptId().toString()))
                    .isZero();
        }
    }

    /** The newer way has no moment between looking and interrupting, in which another prompt might begin. */
    @Test
    void interruptsNothingWhereJobsCanBeCancelled() throws Exception {
        var simulator = start(Dialect.NEWER);
        var sampling = simulator.script().pauseAtStep(1);
        var faults = simulator.script().faults();
        var untouched = faults.switchOn(new Fault.Latency(A_WHILE, "/interrupt"), 1);
        try (var client = client(simulator)) {
            var ours = execution(picture(1, 4));
            var our = Background.start(() -> client.execute(ours, new Heard()));
            sampling.awaitReached();

            client.cancel(ours.promptId());
            sampling.release();

            assertThat(our.result()).isEqualTo(new Interrupted());
            assertThat(faults.on()).contains(untouched);
        }
    }

    private static Execution execution(Workflow workflow) {
        return new Execution(PromptId.random(), ClientId.random(), workflow);
    }

    private static Workflow picture(int seed, int steps) {
        var workflow = Workflow.builder();
        var checkpoint = workflow.add("CheckpointLoaderSimple", in -> in.set("ckpt_name", CHECKPOINT));
        var text = workflow.add(
                "CLIPTextEncode", in -> in.set("text", "a quiet harbour").set("clip", checkpoint.slot(1)));
        var latent = workflow.add(
                "EmptyLatentImage", in -> in.set("width", 64).set("height", 64).set("batch_size", 1));
        var sampled = workflow.add(
                "KSampler",
                in -> in.set("seed", BigInteger.valueOf(seed))
                        .set("steps", steps)
                        .set("cfg", 7.0)
                        .set("sampler_name", "euler")
                        .set("scheduler", "normal")
                        .set("denoise", 1.0)
                        .set("model", checkpoint.slot(0))
                        .set("positive", text.slot(0))
                        .set("negative", text.slot(0))
                        .set("latent_image", latent.slot(0)));
        var decoded = workflow.add(
                "VAEDecode", in -> in.set("samples", sampled.slot(0)).set("vae", checkpoint.slot(2)));
        workflow.add(
                "SaveImage", in -> in.set("filename_prefix", "faults/" + seed).set("images", decoded.slot(0)));
        return workflow.build();
    }
}
