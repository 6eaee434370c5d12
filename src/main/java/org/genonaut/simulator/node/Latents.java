package org.genonaut.simulator.node;

import java.util.Optional;
import java.util.stream.IntStream;

/** Nodes that make latents, size them, and turn them into pixels and back. */
final class Latents {
    private static final double CODING_SECONDS = 0.3;

    private Latents() {}

    static NodeOutcome empty(NodeCall call) {
        return NodeOutcome.of(new Value.Latent(
                call.integer("width"), call.integer("height"), call.integer("batch_size"), Optional.empty()));
    }

    static NodeOutcome decode(NodeCall call) throws InterruptedException {
        call.linked("vae", Value.Vae.class);
        var latent = call.linked("samples", Value.Latent.class);
        call.work(CODING_SECONDS * Sampling.megapixels(latent));
        return NodeOutcome.of(latent.sampled().orElseGet(() -> blank(latent)));
    }

    private static Value.Images blank(Value.Latent latent) {
        return new Value.Images(IntStream.range(0, latent.batchSize())
                .<Picture>mapToObj(n -> new Picture.Plain(latent.width(), latent.height(), 0x7F7F7F))
                .toList());
    }

    static NodeOutcome encode(NodeCall call) throws InterruptedException {
        return NodeOutcome.of(encoded(call));
    }

    static NodeOutcome encodeForInpaint(NodeCall call) throws InterruptedException {
        call.linked("mask", Value.Mask.class);
        return NodeOutcome.of(encoded(call));
    }

    static NodeOutcome conditionForInpaint(NodeCall call) throws InterruptedException {
        call.linked("mask", Value.Mask.class);
        return NodeOutcome.of(
                call.linked("positive", Value.Conditioning.class),
                call.linked("negative", Value.Conditioning.class),
                encoded(call));
    }

    private static Value.Latent encoded(NodeCall call) throws InterruptedException {
        call.linked("vae", Value.Vae.class);
        var images = call.linked("pixels", Value.Images.class);
        var first = images.pictures().getFirst();
        var latent = new Value.Latent(
                first.width(), first.height(), images.pictures().size(), Optional.of(images));
        call.work(CODING_SECONDS * Sampling.megapixels(latent));
        return latent;
    }

    static NodeOutcome masked(NodeCall call) {
        call.linked("mask", Value.Mask.class);
        return NodeOutcome.of(samples(call));
    }

    static NodeOutcome scaleTo(NodeCall call) {
        var size = Size.wished(call, samples(call).width(), samples(call).height());
        return NodeOutcome.of(samples(call).sized(size.width(), size.height()));
    }

    static NodeOutcome scaleBy(NodeCall call) {
        var size = Size.times(call, samples(call).width(), samples(call).height());
        return NodeOutcome.of(samples(call).sized(size.width(), size.height()));
    }

    static NodeOutcome repeat(NodeCall call) {
        return NodeOutcome.of(samples(call).repeated(call.integer("amount")));
    }

    private static Value.Latent samples(NodeCall call) {
        return call.linked("samples", Value.Latent.class);
    }
}
