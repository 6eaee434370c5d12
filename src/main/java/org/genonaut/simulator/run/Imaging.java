package org.genonaut.simulator.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.genonaut.simulator.graph.PythonJson;
import tools.jackson.databind.JsonNode;

/** Nodes that make, read and write pictures. */
final class Imaging {
    private static final double UPSCALE_SECONDS = 1.5;
    private static final int UPSCALE_FACTOR = 4;

    private Imaging() {}

    static NodeOutcome emptyImage(NodeCall call) {
        var picture = new Picture.Plain(call.integer("width"), call.integer("height"), call.integer("color"));
        return NodeOutcome.of(new Value.Images(IntStream.range(0, call.integer("batch_size"))
                .<Picture>mapToObj(i -> picture)
                .toList()));
    }

    static NodeOutcome load(NodeCall call) {
        var name = call.text("image");
        var file = call.bench()
                .folders()
                .annotated(name)
                .orElseThrow(() ->
                        NodeException.of("FileNotFoundError", "[Errno 2] No such file or directory: '" + name + "'"));
        var image = Pixels.read(file);
        return NodeOutcome.of(
                new Value.Images(List.of(new Picture.Loaded(file, image.getWidth(), image.getHeight()))),
                new Value.Mask());
    }

    static NodeOutcome upscale(NodeCall call) throws InterruptedException {
        call.linked("upscale_model", Value.UpscaleModel.class);
        var images = call.linked("image", Value.Images.class);
        call.work(UPSCALE_SECONDS * images.pictures().size());
        return NodeOutcome.of(new Value.Images(images.pictures().stream()
                .<Picture>map(picture -> new Picture.Scaled(picture, UPSCALE_FACTOR))
                .toList()));
    }

    static NodeOutcome save(NodeCall call) {
        return write(call, "output", call.text("filename_prefix"));
    }

    static NodeOutcome preview(NodeCall call) {
        var letters = new StringBuilder();
        ThreadLocalRandom.current().ints(5, 'a', 'z' + 1).forEach(letters::appendCodePoint);
        return write(call, "temp", "ComfyUI_temp_" + letters);
    }

    private static NodeOutcome write(NodeCall call, String type, String prefix) {
        var pictures = call.linked("images", Value.Images.class).pictures();
        var first = pictures.getFirst();
        var path = SavePath.of(directory(call, type), prefix, first.width(), first.height(), LocalDateTime.now());
        var texts = texts(call.item());
        var output = PythonJson.object();
        var images = output.putArray("images");
        for (var n = 0; n < pictures.size(); n++) {
            var file = path.fileName(n);
            store(
                    call,
                    path.directory().resolve(file),
                    PngWriter.write(pictures.get(n).draw(), texts));
            images.addObject()
                    .put("filename", file)
                    .put("subfolder", path.subfolder())
                    .put("type", type);
        }
        return NodeOutcome.shown(output);
    }

    private static Path directory(NodeCall call, String type) {
        return call.bench().folders().directory(type).orElseThrow();
    }

    private static void store(NodeCall call, Path file, byte[] content) {
        try {
            call.bench().folders().write(file, content);
        } catch (IOException e) {
            throw NodeException.of("OSError", String.valueOf(e.getMessage()));
        }
    }

    /** The graph as it ran, and what the client wants kept with it. */
    private static Map<String, String> texts(PromptItem item) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("prompt", PythonJson.write(item.graph()));
        if (item.extraData().isString()) {
            throw NodeException.of("AttributeError", "'str' object has no attribute 'get'");
        }
        JsonNode extra = item.extraData().path("extra_pnginfo");
        extra.propertyStream().forEach(entry -> texts.put(entry.getKey(), PythonJson.write(entry.getValue())));
        return texts;
    }
}
