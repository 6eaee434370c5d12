package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.genonaut.simulator.node.NodeFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client and a whole simulated ComfyUI, over real sockets. */
@Timeout(60)
class ComfyUIClientTest {

    private static final BigInteger LARGEST_SEED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    /** Impatient where only waiting would be tested, but slow to call a server away. */
    private static final Pace PACE = new Pace(
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofMillis(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            Duration.ofMillis(10));

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.instant().withPreviews(true));
    private final ComfyUIClient client = new ComfyUIClient(Connection.to(simulator.url()), PACE);
    private final Heard heard = new Heard();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    @Test
    void makesPicturesAndFetchesThem() throws Exception {
        var result = client.execute(execution(picture("two", LARGEST_SEED, 2)), heard);

        assertThat(result).isInstanceOf(ExecutionResult.Success.class);
        var success = (ExecutionResult.Success) result;
        assertThat(success.cached()).isFalse();
        assertThat(success.images()).hasSize(2);
        for (var image : success.images()) {
            var file = folder.resolve(image.filename());
            var download = client.download(image, file, 10_000_000);
            assertThat(download.mediaType()).isEqualTo("image/png");
            assertThat(file).hasSize(download.bytes());
            assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(128);
        }
    }

    @Test
    void tellsHowItGoesOn() throws Exception {
        try (var listening = new ComfyUIClient(Connection.to(simulator.url()), StandIn.SOCKET_ONLY)) {
            listening.execute(execution(picture("progress", BigInteger.ONE, 1)), heard);
        }

        assertThat(heard.said())
                .startsWith("accepted", "QUEUED")
                .containsSubsequence("LOADING", "SAMPLING", "DECODING", "SAVING");
        assertThat(heard.states()).extracting(ExecutionProgress::fraction).isSorted();
        assertThat(heard.states())
                .anySatisfy(state -> assertThat(state)
                        .returns(Phase.SAMPLING, ExecutionProgress::phase)
                        .returns(4, ExecutionProgress::step)
                        .returns(4, ExecutionProgress::steps));
        assertThat(heard.previews())
                .isNotEmpty()
                .allSatisfy(preview -> assertThat(preview.bytes()).isNotEmpty());
    }

    @Test
    void seesThatAnIdenticalGraphWasNotRunAgain() throws Exception {
        var workflow = picture("again", BigInteger.ONE, 1);
        client.execute(execution(workflow), heard);

        assertThat(client.execute(execution(workflow), heard))
                .isInstanceOfSatisfying(
                        ExecutionResult.Success.class,
                        success -> assertThat(success.cached()).isTrue());
    }

    @Test
    void namesTheModelThatTheServerLacks() throws Exception {
        var workflow = Workflow.builder();
        var checkpoint = workflow.add("CheckpointLoaderSimple", in -> in.set("ckpt_name", "nosuch.safetensors"));
        var pixels = workflow.add(
                "EmptyImage",
                in -> in.set("width", 64).set("height", 64).set("batch_size", 1).set("color", 0));
        var latent =
                workflow.add("VAEEncode", in -> in.set("pixels", pixels.slot(0)).set("vae", checkpoint.slot(2)));
        var decoded = workflow.add(
                "VAEDecode", in -> in.set("samples", latent.slot(0)).set("vae", checkpoint.slot(2)));
        workflow.add("SaveImage", in -> in.set("filename_prefix", "x").set("images", decoded.slot(0)));

        assertThat(client.execute(execution(workflow.build()), heard))
                .isInstanceOfSatisfying(
                        ExecutionResult.ModelMissing.class,
                        failure -> assertThat(failure.file()).isEqualTo("nosuch.safetensors"));
    }

    @Test
    void isRejectedWithWhatIsWrong() throws Exception {
        assertThat(client.execute(execution(picture("bad", BigInteger.TWO.pow(64), 1)), heard))
                .isInstanceOfSatisfying(
                        ExecutionResult.Rejected.class,
                        failure -> assertThat(failure.errors())
                                .singleElement()
                                .returns("seed", NodeError::inputName)
                                .returns("value_bigger_than_max", NodeError::type));
    }

    @Test
    void tellsOutOfMemoryFromABrokenNode() throws Exception {
        simulator.script().failNext(NodeFailure.outOfMemoryAt("KSampler"));
        assertThat(client.execute(execution(picture("oom", BigInteger.ONE, 1)), heard))
                .isInstanceOf(ExecutionResult.OutOfMemory.class);

        simulator.script().failNext(NodeFailure.at("KSampler", "RuntimeError", "shapes do not match"));
        assertThat(client.execute(execution(picture("broken", BigInteger.ONE, 1)), heard))
                .isEqualTo(new ExecutionResult.NodeFailed("KSampler", "RuntimeError", "shapes do not match"));
    }

    @Test
    void endsAsInterruptedWhenItIsCancelledWhileItRuns() throws Exception {
        var pause = simulator.script().pauseAtStep(2);
        var execution = execution(picture("cancelled", BigInteger.ONE, 1));
        var result = Background.start(() -> client.execute(execution, heard));
        pause.awaitReached();

        client.cancel(execution.promptId());
        pause.release();

        assertThat(result.result()).isEqualTo(new ExecutionResult.Interrupted());
    }

    @Test
    void cancelsWhatWaitsAndLeavesWhatRunsAlone() throws Exception {
        var pause = simulator.script().pauseAtStep(2);
        var running = execution(picture("running", BigInteger.ONE, 1));
        var waiting = execution(picture("waiting", BigInteger.TWO, 1));
        var first = Background.start(() -> client.execute(running, new Heard()));
        pause.awaitReached();
        var second = Background.start(() -> client.execute(waiting, heard));
        heard.awaitAccepted();

        client.cancel(waiting.promptId());

        assertThat(second.result()).isEqualTo(new ExecutionResult.Interrupted());
        pause.release();
        assertThat(first.result()).isInstanceOf(ExecutionResult.Success.class);
        assertThat(simulator.script().executionsOf(waiting.promptId().toString()))
                .isZero();
    }

    @Test
    void cancellingWhatHasEndedOrNeverWasDoesNothing() throws Exception {
        var execution = execution(picture("done", BigInteger.ONE, 1));
        client.execute(execution, heard);

        client.cancel(execution.promptId());
        client.cancel(PromptId.random());
    }

    @Test
    void succeedsWhenItsSocketIsCut() throws Exception {
        var pause = simulator.script().pauseAtStep(2);
        var result = Background.start(() -> client.execute(execution(picture("cut", BigInteger.ONE, 1)), heard));
        pause.awaitReached();

        simulator.script().dropSockets();
        pause.release();

        assertThat(result.result()).isInstanceOf(ExecutionResult.Success.class);
    }

    @Test
    void succeedsWhenTheServerIsAwayForAWhile() throws Exception {
        var pause = simulator.script().pauseAtStep(2);
        var result = Background.start(() -> client.execute(execution(picture("away", BigInteger.ONE, 1)), heard));
        pause.awaitReached();

        simulator.script().refuseConnections();
        assertThatThrownBy(client.server()::systemStats).isInstanceOf(ComfyUIException.Unreachable.class);
        simulator.script().acceptConnections();
        pause.release();

        assertThat(result.result()).isInstanceOf(ExecutionResult.Success.class);
    }

    @Test
    void isLostWhenTheServerRestarts() throws Exception {
        var pause = simulator.script().pauseAtStep(2);
        var result = Background.start(() -> client.execute(execution(picture("lost", BigInteger.ONE, 1)), heard));
        pause.awaitReached();

        simulator.script().restart();

        assertThat(result.result()).isEqualTo(new ExecutionResult.Lost());
    }

    @Test
    void isTakenUpAgainByAnotherProcess() throws Exception {
        var pause = simulator.script().pauseAtStep(2);
        var execution = execution(picture("restarted", BigInteger.ONE, 1));
        var first = Background.start(() -> client.execute(execution, new Heard()));
        pause.awaitReached();
        first.interrupt();
        assertThat(first.fault()).isInstanceOf(InterruptedException.class);

        try (var successor = new ComfyUIClient(Connection.to(simulator.url()), PACE)) {
            var result = Background.start(() -> successor.attach(execution.promptId(), execution.clientId(), heard));
            heard.await("QUEUED");
            pause.release();

            assertThat(result.result()).isInstanceOf(ExecutionResult.Success.class);
            assertThat(simulator.script().executionsOf(execution.promptId().toString()))
                    .isEqualTo(1);
        }
    }

    @Test
    void refusesToFollowAPromptTwice() throws Exception {
        var pause = simulator.script().pauseAtStep(2);
        var execution = execution(picture("twice", BigInteger.ONE, 1));
        var result = Background.start(() -> client.execute(execution, heard));
        pause.awaitReached();

        assertThatThrownBy(() -> client.attach(execution.promptId(), execution.clientId(), heard))
                .isInstanceOf(IllegalStateException.class);
        pause.release();
        assertThat(result.result()).isInstanceOf(ExecutionResult.Success.class);
    }

    @Test
    void learnsWhatTheServerIsAndHas() {
        assertThat(client.server().systemStats().version()).isEqualTo("0.3.64");
        assertThat(client.server().systemStats().devices()).hasSize(1);
        assertThat(client.server().objectInfo("KSampler", "NoSuchNode").options("KSampler", "sampler_name"))
                .contains("euler", "dpmpp_2m_sde");
        assertThat(client.server().objectInfo("UpscaleModelLoader").options("UpscaleModelLoader", "model_name"))
                .contains("4x-UltraSharp.pth");
        assertThat(client.server().objectInfo().classes()).contains("SaveImage", "VAEDecode");
        assertThat(client.server().models("loras")).contains("char/maomaoIllustrious.safetensors");
        assertThat(client.server().models("nosuch")).isEmpty();
        assertThat(client.server().metadata("loras", "char/maomaoIllustrious.safetensors"))
                .containsKey("ss_base_model_version");
        assertThat(client.server().metadata("loras", "old/untitled_experiment.safetensors"))
                .isEmpty();
    }

    private static Execution execution(Workflow workflow) {
        return new Execution(PromptId.random(), ClientId.random(), workflow);
    }

    private static Workflow picture(String prefix, BigInteger seed, int count) {
        var workflow = Workflow.builder();
        var checkpoint = workflow.add("CheckpointLoaderSimple", in -> in.set("ckpt_name", "dreamshaper_8.safetensors"));
        var positive = workflow.add(
                "CLIPTextEncode", in -> in.set("text", "a lighthouse at dusk").set("clip", checkpoint.slot(1)));
        var negative =
                workflow.add("CLIPTextEncode", in -> in.set("text", "blurry").set("clip", checkpoint.slot(1)));
        var latent = workflow.add(
                "EmptyLatentImage",
                in -> in.set("width", 128).set("height", 128).set("batch_size", count));
        var sampled = workflow.add(
                "KSampler",
                in -> in.set("seed", seed)
                        .set("steps", 4)
                        .set("cfg", 7.0)
                        .set("sampler_name", "euler")
                        .set("scheduler", "normal")
                        .set("denoise", 1.0)
                        .set("model", checkpoint.slot(0))
                        .set("positive", positive.slot(0))
                        .set("negative", negative.slot(0))
                        .set("latent_image", latent.slot(0)));
        var decoded = workflow.add(
                "VAEDecode", in -> in.set("samples", sampled.slot(0)).set("vae", checkpoint.slot(2)));
        workflow.add(
                "SaveImage",
                in -> in.set("filename_prefix", "genonaut/" + prefix + "/img").set("images", decoded.slot(0)));
        return workflow.build();
    }
}
