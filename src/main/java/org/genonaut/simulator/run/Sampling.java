package org.genonaut.simulator.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genonaut.simulator.drawing.Scene;

/** Nodes that work on latents. */
final class Sampling {
    private static final double MEGAPIXEL = 1024 * 1024;
    private static final double STEP_SECONDS = 0.18;
    private static final double CODING_SECONDS = 0.3;
    private static final BigInteger SEEDS = BigInteger.TWO.pow(64);

    private Sampling() {}

    static NodeOutcome emptyLatent(NodeCall call) {
        return NodeOutcome.of(new Value.Latent(
                call.integer("width"), call.integer("height"), call.integer("batch_size"), Optional.empty()));
    }

    static NodeOutcome sample(NodeCall call) throws InterruptedException {
        var model = call.linked("model", Value.Model.class);
        var latent = call.linked("latent_image", Value.Latent.class);
        var images = images(call, model, latent);
        var steps = call.integer("steps");
        var preview = previewOf(images);
        for (var step = 1; step <= steps; step++) {
            call.work(STEP_SECONDS * model.family().cost() * megapixels(latent));
            var shown = step;
            call.step(
                    step,
                    steps,
                    call.bench().previews() ? Optional.of(() -> preview.at((double) shown / steps)) : Optional.empty());
        }
        return NodeOutcome.of(
                new Value.Latent(latent.width(), latent.height(), latent.batchSize(), Optional.of(images)));
    }

    private static Value.Images images(NodeCall call, Value.Model model, Value.Latent latent) {
        var positive = call.linked("positive", Value.Conditioning.class).text();
        var negative = call.linked("negative", Value.Conditioning.class).text();
        var seed = call.unsigned("seed");
        var pictures = new ArrayList<Picture>();
        IntStream.range(0, latent.batchSize())
                .mapToObj(i -> new Picture.Painted(new Scene(
                        positive,
                        negative,
                        seed.add(BigInteger.valueOf(i)).mod(SEEDS),
                        latentSize(latent.width()),
                        latentSize(latent.height()),
                        model.checkpoint(),
                        model.loras())))
                .forEach(pictures::add);
        return new Value.Images(pictures);
    }

    /** Latents come in blocks of eight pixels; what does not fill one is lost. */
    private static int latentSize(int pixels) {
        return pixels / 8 * 8;
    }

    private static UnfinishedPicture previewOf(Value.Images images) {
        return new UnfinishedPicture(((Picture.Painted) images.pictures().getFirst()).scene());
    }

    static NodeOutcome decode(NodeCall call) throws InterruptedException {
        var latent = call.linked("samples", Value.Latent.class);
        call.work(CODING_SECONDS * megapixels(latent));
        return NodeOutcome.of(latent.sampled().orElseGet(() -> blank(latent)));
    }

    private static Value.Images blank(Value.Latent latent) {
        return new Value.Images(IntStream.range(0, latent.batchSize())
                .<Picture>mapToObj(i -> new Picture.Plain(latent.width(), latent.height(), 0x7F7F7F))
                .toList());
    }

    static NodeOutcome encode(NodeCall call) throws InterruptedException {
        var images = call.linked("pixels", Value.Images.class);
        var first = images.pictures().getFirst();
        var latent = new Value.Latent(
                first.width(), first.height(), images.pictures().size(), Optional.of(images));
        call.work(CODING_SECONDS * megapixels(latent));
        return NodeOutcome.of(latent);
    }

    private static double megapixels(Value.Latent latent) {
        return latent.width() * (double) latent.height() * latent.batchSize() / MEGAPIXEL;
    }
}
