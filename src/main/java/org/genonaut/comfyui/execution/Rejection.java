package org.genonaut.comfyui.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.genonaut.comfyui.Allowed;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.NodeError;
import org.genonaut.comfyui.wire.InputDeclaration;
import org.genonaut.comfyui.wire.Json;
import tools.jackson.databind.JsonNode;

/** Reads why a server refused a workflow: {@code {error: {message, …}, node_errors: {node: {errors: [...]}}}}. */
final class Rejection {

    private static final int MAX_ERRORS = 50;

    /** Inputs that name a model whatever it is called; others are told by the value's file extension. */
    private static final Pattern MODEL_INPUT = Pattern.compile("(ckpt|lora|vae|unet|control_net|model|clip)_name\\d?");

    /** Long lists are not told, only how long they are. */
    private static final Pattern COUNTED = Pattern.compile("\\(list of length (\\d{1,9})\\)");

    private static final int MAX_CHOICES = 20;

    private final Graph graph;
    private final Evidence evidence;

    Rejection(Graph graph) {
        this.graph = graph;
        this.evidence = Evidence.about(graph);
    }

    /** Whether the answer, of whatever status, names errors of nodes. */
    static boolean hasNodeErrors(JsonNode answer) {
        return !answer.path("node_errors").isEmpty();
    }

    ExecutionResult.Failure read(JsonNode answer) {
        var errors = errors(answer.path("node_errors"));
        var missing = errors.stream().filter(Rejection::isMissingModel).toList();
        // Another server may have the model, but nobody runs a workflow that is wrong in other ways too.
        if (!missing.isEmpty() && missing.size() == errors.size()) {
            var first = missing.getFirst();
            return new ExecutionResult.ModelMissing(first.receivedValue(), first.inputName(), first.details());
        }
        return new ExecutionResult.Rejected(evidence.message(message(answer)), errors);
    }

    private static String message(JsonNode answer) {
        var error = answer.path("error");
        if (error.isString()) {
            return error.stringValue();
        }
        var message = Json.text(error, "message");
        if (message.isEmpty()) {
            return "Some outputs failed validation";
        }
        var details = Json.text(error, "details");
        return details.isEmpty() ? message : message + ": " + details;
    }

    private List<NodeError> errors(JsonNode byNode) {
        var errors = new ArrayList<NodeError>();
        for (var entry : byNode.properties()) {
            for (var error : entry.getValue().path("errors").values()) {
                if (errors.size() < MAX_ERRORS) {
                    errors.add(error(entry, error));
                }
            }
        }
        return errors;
    }

    private NodeError error(Map.Entry<String, JsonNode> node, JsonNode error) {
        var classType = Json.text(node.getValue(), "class_type");
        var extra = error.path("extra_info");
        var input = Json.text(extra, "input_name");
        // What people wrote: not even the details, which repeat the value in Python's spelling.
        var personal = graph.kind(node.getKey()) == NodeKind.TEXT_ENCODER;
        return new NodeError(
                node.getKey(),
                classType,
                input,
                Json.text(error, "type"),
                evidence.detail(Json.text(error, "message")),
                personal ? input : evidence.detail(Json.text(error, "details")),
                personal ? "" : evidence.detail(Json.anyText(extra.path("received_value"))),
                personal ? new Allowed.Unsaid() : allowed(error));
    }

    private Allowed allowed(JsonNode error) {
        var declared = error.path("extra_info").path("input_config");
        var options = InputDeclaration.options(declared);
        if (!options.isEmpty()) {
            var first =
                    options.stream().limit(MAX_CHOICES).map(evidence::detail).toList();
            return new Allowed.Choices(first, options.size());
        }
        var counted = COUNTED.matcher(Json.text(error, "details"));
        if (counted.find()) {
            return new Allowed.Choices(List.of(), Integer.parseInt(counted.group(1)));
        }
        return InputDeclaration.range(declared);
    }

    private static boolean isMissingModel(NodeError error) {
        return error.type().equals("value_not_in_list")
                && (MODEL_INPUT.matcher(error.inputName()).matches() || Graph.isModelFile(error.receivedValue()));
    }
}
