package org.genonaut.simulator.node;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.genonaut.simulator.image.Frame;
import org.genonaut.simulator.image.PngWriter;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.queue.PromptItem;
import tools.jackson.databind.JsonNode;

/** Nodes that pictures leave the graph by: into a folder, or through the socket. */
final class Saving {
    private Saving() {}

    static NodeOutcome save(NodeCall call) {
        return write(call, "output", call.text("filename_prefix"));
    }

    static NodeOutcome preview(NodeCall call) {
        var letters = new StringBuilder();
        ThreadLocalRandom.current().ints(5, 'a', 'z' + 1).forEach(letters::appendCodePoint);
        return write(call, "temp", "ComfyUI_temp_" + letters);
    }

    static NodeOutcome send(NodeCall call) throws InterruptedException {
        var pictures = call.linked("images", Value.Images.class).pictures();
        for (var n = 0; n < pictures.size(); n++) {
            call.send(n, pictures.size(), Frame.png(pictures.get(n).draw()));
        }
        return NodeOutcome.of();
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
        JsonNode extra = item.extraData().path("extra_pnginfo");
        extra.propertyStream().forEach(entry -> texts.put(entry.getKey(), PythonJson.write(entry.getValue())));
        return texts;
    }
}
