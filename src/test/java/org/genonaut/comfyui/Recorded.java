package org.genonaut.comfyui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.genonaut.comfyui.execution.Graph;
import org.genonaut.comfyui.execution.HistoryEntry;
import org.genonaut.comfyui.wire.Answer;
import org.genonaut.comfyui.wire.ComfyUIMessage;
import org.genonaut.comfyui.wire.Frames;
import org.genonaut.comfyui.wire.Json;
import tools.jackson.databind.JsonNode;

/** Excerpts of what a real ComfyUI 0.3.64 sent. */
public final class Recorded {

    /** The prompt of {@code frames/txt2img.jsonl}. */
    public static final PromptId TXT2IMG = new PromptId(UUID.fromString("23eb7e21-7ecf-4bb2-a8bc-30b4661d49ba"));

    /** The same graph once more, in {@code frames/cached.jsonl}. */
    public static final PromptId CACHED = new PromptId(UUID.fromString("f84d55a9-7a7e-4a77-bbe0-41e1d1452b85"));

    private Recorded() {}

    public static byte[] bytes(String name) {
        try (var stream = Recorded.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("No recording " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(String name) {
        return Json.read(bytes(name)).orElseThrow();
    }

    public static Answer answer(String name) {
        return new Answer("GET /" + name, 200, "application/json", bytes(name));
    }

    public static HistoryEntry history(String name) {
        return HistoryEntry.of(json("history/" + name + ".json"));
    }

    public static Graph txt2imgGraph() {
        return Graph.of(json("graphs/txt2img.json"));
    }

    public static List<ComfyUIMessage> messages(String name) {
        return new String(bytes("frames/" + name + ".jsonl"), StandardCharsets.UTF_8)
                .lines()
                .map(Frames::text)
                .toList();
    }

    static Workflow anyWorkflow() {
        var workflow = Workflow.builder();
        workflow.add("SaveImage", in -> {});
        return workflow.build();
    }
}
