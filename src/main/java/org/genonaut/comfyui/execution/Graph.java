package org.genonaut.comfyui.execution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.genonaut.comfyui.Workflow;
import org.genonaut.comfyui.wire.Json;
import tools.jackson.databind.JsonNode;

/** A workflow as a server holds it: ours, or one that was read back from its queue or history. */
public record Graph(Map<String, Node> nodes) {

    private static final Pattern MODEL_FILE =
            Pattern.compile("(?i).+\\.(safetensors|sft|ckpt|pt|pt2|pth|bin|gguf|onnx)");

    public Graph {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    }

    record Node(String classType, JsonNode inputs) {

        NodeKind kind() {
            return NodeKind.of(classType);
        }

        /** 0 if it has no fixed number of steps. */
        int steps() {
            return Math.max(0, inputs.path("steps").intValue(0));
        }

        List<ModelInput> models() {
            return inputs.properties().stream()
                    .map(input ->
                            new ModelInput(input.getKey(), input.getValue().stringValue("")))
                    .filter(input -> isModelFile(input.file()))
                    .toList();
        }
    }

    record ModelInput(String name, String file) {}

    public static Graph empty() {
        return new Graph(Map.of());
    }

    public static Graph of(Workflow workflow) {
        return of(workflow.toJson());
    }

    public static Graph of(JsonNode json) {
        var nodes = new LinkedHashMap<String, Node>();
        json.properties().forEach(entry -> {
            var node = entry.getValue();
            nodes.put(entry.getKey(), new Node(Json.text(node, "class_type"), node.path("inputs")));
        });
        return new Graph(nodes);
    }

    public static boolean isModelFile(String name) {
        return MODEL_FILE.matcher(name).matches();
    }

    NodeKind kind(String node) {
        var known = nodes.get(node);
        return known == null ? NodeKind.OTHER : known.kind();
    }

    List<ModelInput> models(String node) {
        var known = nodes.get(node);
        return known == null ? List.of() : known.models();
    }

    int steps(String node) {
        var known = nodes.get(node);
        return known == null ? 0 : known.steps();
    }

    /** What people wrote; it must not get into evidence and logs. */
    List<String> promptTexts() {
        return nodes.values().stream()
                .filter(node -> node.kind() == NodeKind.TEXT_ENCODER)
                .flatMap(node -> node.inputs().values().stream())
                .map(input -> input.stringValue(""))
                .filter(text -> !text.isBlank())
                .toList();
    }
}
