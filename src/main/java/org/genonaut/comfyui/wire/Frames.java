package org.genonaut.comfyui.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import org.genonaut.comfyui.Preview;
import tools.jackson.databind.JsonNode;

/** Reads whole frames of a ComfyUI's WebSocket. Never throws: what it cannot read is an unknown message. */
public final class Frames {

    private static final int PREVIEW = 1;
    private static final int PREVIEW_WITH_METADATA = 4;

    private Frames() {}

    public static ComfyUIMessage text(String frame) {
        return Json.read(frame)
                .map(json -> message(Json.text(json, "type"), json.path("data")))
                .orElseGet(() -> new ComfyUIMessage.Unknown("not JSON"));
    }

    private static ComfyUIMessage message(String type, JsonNode data) {
        var prompt = Json.text(data, "prompt_id");
        var node = Json.text(data, "node");
        return switch (type) {
            case "execution_start" -> new ComfyUIMessage.Started(prompt);
            case "execution_cached" -> cached(prompt, data.path("nodes"));
            case "executing" -> executing(prompt, data.path("node"));
            case "progress" ->
                new ComfyUIMessage.Progress(prompt, node, number(data, "value", 0), number(data, "max", 1));
            case "progress_state" -> progressState(prompt, data.path("nodes"));
            case "executed" -> new ComfyUIMessage.Executed(prompt, node);
            // Not execution_success: history often lacks the prompt at that moment, and the end follows at once.
            case "execution_error", "execution_interrupted" -> new ComfyUIMessage.Ended(prompt);
            default -> new ComfyUIMessage.Unknown(type);
        };
    }

    private static ComfyUIMessage executing(String prompt, JsonNode node) {
        return node.isString()
                ? new ComfyUIMessage.Executing(prompt, node.stringValue())
                : new ComfyUIMessage.Ended(prompt);
    }

    private static ComfyUIMessage cached(String prompt, JsonNode nodes) {
        var ids = new LinkedHashSet<String>();
        nodes.values().forEach(id -> ids.add(id.stringValue("")));
        return new ComfyUIMessage.Cached(prompt, ids);
    }

    private static ComfyUIMessage progressState(String prompt, JsonNode nodes) {
        var states = new LinkedHashMap<String, ComfyUIMessage.NodeState>();
        nodes.properties().forEach(entry -> {
            var state = entry.getValue();
            var finished = Json.text(state, "state").equals("finished");
            states.put(
                    entry.getKey(),
                    new ComfyUIMessage.NodeState(number(state, "value", 0), number(state, "max", 1), finished));
        });
        return new ComfyUIMessage.ProgressState(prompt, states);
    }

    private static double number(JsonNode json, String key, double otherwise) {
        return json.path(key).doubleValue(otherwise);
    }

    static ComfyUIMessage binary(ByteBuffer frame) {
        if (frame.remaining() < 8) {
            return new ComfyUIMessage.Unknown("short binary");
        }
        var kind = frame.getInt();
        return switch (kind) {
            case PREVIEW -> preview(frame);
            case PREVIEW_WITH_METADATA -> previewWithMetadata(frame);
            default -> new ComfyUIMessage.Unknown("binary " + kind);
        };
    }

    private static ComfyUIMessage preview(ByteBuffer frame) {
        var format = frame.getInt();
        return switch (format) {
            case 1 -> new ComfyUIMessage.Previewed("", new Preview("image/jpeg", rest(frame)));
            case 2 -> new ComfyUIMessage.Previewed("", new Preview("image/png", rest(frame)));
            default -> new ComfyUIMessage.Unknown("preview format " + format);
        };
    }

    private static ComfyUIMessage previewWithMetadata(ByteBuffer frame) {
        var length = frame.getInt();
        if (length < 0 || length > frame.remaining()) {
            return new ComfyUIMessage.Unknown("preview with broken metadata");
        }
        var json = new byte[length];
        frame.get(json);
        return Json.read(new String(json, StandardCharsets.UTF_8))
                .map(metadata -> previewOf(metadata, frame))
                .orElseGet(() -> new ComfyUIMessage.Unknown("preview with broken metadata"));
    }

    private static ComfyUIMessage previewOf(JsonNode metadata, ByteBuffer image) {
        var mediaType = Json.text(metadata, "image_type");
        return switch (mediaType) {
            case "image/jpeg", "image/png" ->
                new ComfyUIMessage.Previewed(Json.text(metadata, "prompt_id"), new Preview(mediaType, rest(image)));
            default -> new ComfyUIMessage.Unknown("preview of another type");
        };
    }

    private static byte[] rest(ByteBuffer frame) {
        var bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }
}
