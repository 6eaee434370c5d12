package org.genonaut.simulator.node;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genonaut.simulator.drawing.scene.Scene;
import org.genonaut.simulator.image.Frame;

/** Nodes that take the noise out of latents. */
final class Sampling {
    private static final double MEGAPIXEL = 1024 * 1024;
    private static final double STEP_SECONDS = 0.18;
    private static final BigInteger SEEDS = BigInteger.TWO.pow(64);

    private Sampling() {}

    /** What is to be sampled, however its node came to know it. */
    private record Task(Value.Guider guider, BigInteger seed, Value.Latent latent, int steps) {
        Value.Model model() {
            return guider.model();
        }

        Value.Images images() {
            return new Value.Images(IntStream.range(0, latent.batchSize())
                    .<Picture>mapToObj(n -> new Picture.Painted(scene(n)))
                    .toList());
        }

        Scene scene(int n) {
            return new Scene(
                    guider.positive(),
                    guider.negative(),
                    seed.add(BigInteger.valueOf(n)).mod(SEEDS),
                    latentSize(latent.width()),
                    latentSize(latent.height()),
                    model().checkpoint(),
                    model().loras());
        }

        /** Latents come in blocks of eight pixels; what does not fill one is lost. */
        private static int latentSize(int pixels) {
            return pixels / 8 * 8;
        }
    }

    static NodeOutcome sample(NodeCall call) throws InterruptedException {
        return NodeOutcome.of(
                run(call, new Task(guider(call), call.unsigned("seed"), latent(call), call.integer("steps"))));
    }

    /** Some of the steps only, as where a refiner takes over. */
    static NodeOutcome sampleRange(NodeCall call) throws InterruptedException {
        var last = Math.min(call.integer("end_at_step"), call.integer("steps"));
        var steps = Math.max(0, last - call.integer("start_at_step"));
        return NodeOutcome.of(run(call, new Task(guider(call), call.unsigned("noise_seed"), latent(call), steps)));
    }

    static NodeOutcome sampleCustom(NodeCall call) throws InterruptedException {
        call.linked("sampler", Value.Sampler.class);
        var sampled = run(
                call,
                new Task(
                        call.linked("guider", Value.Guider.class),
                        call.linked("noise", Value.Noise.class).seed(),
                        latent(call),
                        call.linked("sigmas", Value.Sigmas.class).steps()));
        return NodeOutcome.of(sampled, sampled);
    }

    private static Value.Guider guider(NodeCall call) {
        return new Value.Guider(
                call.linked("model", Value.Model.class),
                call.linked("positive", Value.Conditioning.class).text(),
                call.linked("negative", Value.Conditioning.class).text());
    }

    private static Value.Latent latent(NodeCall call) {
        return call.linked("latent_image", Value.Latent.class);
    }

    private static Value.Latent run(NodeCall call, Task task) throws InterruptedException {
        var latent = task.latent();
        var preview = new UnfinishedPicture(task.scene(0));
        for (var step = 1; step <= task.steps(); step++) {
            call.work(STEP_SECONDS * task.model().family().cost() * megapixels(latent));
            var progress = (double) step / task.steps();
            call.step(
                    step,
                    task.steps(),
                    call.previews() ? Optional.of(() -> Frame.jpeg(preview.at(progress))) : Optional.empty());
        }
        return new Value.Latent(latent.width(), latent.height(), latent.batchSize(), Optional.of(task.images()));
    }

    static NodeOutcome noise(NodeCall call) {
        return NodeOutcome.of(new Value.Noise(call.unsigned("noise_seed")));
    }

    static NodeOutcome basicGuider(NodeCall call) {
        return NodeOutcome.of(new Value.Guider(
                call.linked("model", Value.Model.class),
                call.linked("conditioning", Value.Conditioning.class).text(),
                ""));
    }

    static NodeOutcome cfgGuider(NodeCall call) {
        return NodeOutcome.of(guider(call));
    }

    static NodeOutcome sampler(NodeCall call) {
        return NodeOutcome.of(new Value.Sampler(call.text("sampler_name")));
    }

    static NodeOutcome schedule(NodeCall call) {
        call.linked("model", Value.Model.class);
        return NodeOutcome.of(new Value.Sigmas(call.integer("steps")));
    }

    static double megapixels(Value.Latent latent) {
        return latent.width() * (double) latent.height() * latent.batchSize() / MEGAPIXEL;
    }
}
