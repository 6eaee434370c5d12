package org.genonaut.simulator.node;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Nodes that make, read and scale pictures. */
final class Imaging {
    private static final double UPSCALE_SECONDS = 1.5;
    private static final int UPSCALE_FACTOR = 4;

    private Imaging() {}

    static NodeOutcome emptyImage(NodeCall call) {
        var picture = new Picture.Plain(call.integer("width"), call.integer("height"), call.integer("color"));
        return NodeOutcome.of(new Value.Images(IntStream.range(0, call.integer("batch_size"))
                .<Picture>mapToObj(n -> picture)
                .toList()));
    }

    static NodeOutcome load(NodeCall call) {
        return NodeOutcome.of(new Value.Images(List.of(Picture.Loaded.of(file(call)))), new Value.Mask());
    }

    static NodeOutcome loadMask(NodeCall call) {
        Picture.Loaded.of(file(call));
        return NodeOutcome.of(new Value.Mask());
    }

    private static Path file(NodeCall call) {
        var name = call.text("image");
        return call.bench()
                .folders()
                .annotated(name)
                .orElseThrow(() ->
                        NodeException.of("FileNotFoundError", "[Errno 2] No such file or directory: '" + name + "'"));
    }

    static NodeOutcome upscale(NodeCall call) throws InterruptedException {
        call.linked("upscale_model", Value.UpscaleModel.class);
        var first = first(call);
        call.work(UPSCALE_SECONDS * images(call).pictures().size());
        return NodeOutcome.of(images(call).sized(first.width() * UPSCALE_FACTOR, first.height() * UPSCALE_FACTOR));
    }

    static NodeOutcome scaleTo(NodeCall call) {
        var size = Size.wished(call, first(call).width(), first(call).height());
        return NodeOutcome.of(images(call).sized(size.width(), size.height()));
    }

    static NodeOutcome scaleBy(NodeCall call) {
        var size = Size.times(call, first(call).width(), first(call).height());
        return NodeOutcome.of(images(call).sized(size.width(), size.height()));
    }

    static NodeOutcome repeat(NodeCall call) {
        return NodeOutcome.of(images(call).repeated(call.integer("amount")));
    }

    private static Value.Images images(NodeCall call) {
        return call.linked("image", Value.Images.class);
    }

    /** All pictures of a batch have one size. */
    private static Picture first(NodeCall call) {
        return images(call).pictures().getFirst();
    }
}
