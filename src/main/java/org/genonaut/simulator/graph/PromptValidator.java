package org.genonaut.simulator.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.genonaut.simulator.protocol.Dialect;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.protocol.PythonText;
import org.genonaut.simulator.protocol.ServerTrouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides whether a prompt may run, by the node types alone, and turns its literals into the types they stand for. */
public final class PromptValidator {
    private final NodeTypes types;
    private final Dialect dialect;
    private final Predicate<String> inputFileExists;

    /** @param inputFileExists whether a picture that a prompt loads is there, by its annotated name */
    public PromptValidator(NodeTypes types, Dialect dialect, Predicate<String> inputFileExists) {
        this.types = types;
        this.dialect = dialect;
        this.inputFileExists = inputFileExists;
    }

    /**
     * Validates a prompt.
     *
     * @param prompt the graph; values in it are converted in place
     * @param targets the outputs wanted, or null for all
     * @throws ServerTrouble where the real server's code breaks
     */
    public Validation validate(JsonNode prompt, @Nullable JsonNode targets) {
        if (prompt.isArray() && prompt.isEmpty()) {
            return noOutputs();
        }
        if (!(prompt instanceof ObjectNode graph)) {
            throw new ServerTrouble("The prompt is no graph");
        }
        var outputs = new ArrayList<String>();
        for (var node : graph.properties()) {
            var refused = inspect(node.getKey(), node.getValue());
            if (refused.isPresent()) {
                return refused.get();
            }
            if (isOutput(node.getValue()) && isWanted(node.getKey(), targets)) {
                outputs.add(node.getKey());
            }
        }
        return outputs.isEmpty() ? noOutputs() : validateOutputs(graph, outputs);
    }

    private static Validation.Refused noOutputs() {
        return Validation.Refused.because("prompt_no_outputs", "Prompt has no outputs", "");
    }

    private Optional<Validation.Refused> inspect(String id, JsonNode node) {
        if (!node.isObject()) {
            throw new ServerTrouble("Node " + id + " is no object");
        }
        var type = node.get("class_type");
        if (type == null) {
            return Optional.of(invalid(id, "Cannot execute because a node is missing the class_type property."));
        }
        if (type.isArray() || type.isObject()) {
            throw new ServerTrouble("Not a class: " + type);
        }
        return types.find(PythonText.str(type)).isPresent()
                ? Optional.empty()
                : Optional.of(unknown(id, PythonText.str(type), node));
    }

    private Validation.Refused unknown(String id, String type, JsonNode node) {
        if (!dialect.isNewer()) {
            return invalid(id, "Cannot execute because node " + type + " does not exist.");
        }
        var extra = PythonJson.object()
                .put("node_id", id)
                .put("class_type", type)
                .put("node_title", node.path("_meta").path("title").asString(type));
        return new Validation.Refused(
                NodeErrors.error(
                        "missing_node_type",
                        "Node '" + type + "' not found. The custom node may not be installed.",
                        "Node ID '#" + id + "'",
                        extra),
                PythonJson.object());
    }

    private static Validation.Refused invalid(String id, String message) {
        return Validation.Refused.because("invalid_prompt", message, "Node ID '#" + id + "'");
    }

    private boolean isOutput(JsonNode node) {
        return types.find(node.get("class_type").asString()).orElseThrow().output();
    }

    private static boolean isWanted(String id, @Nullable JsonNode targets) {
        return targets == null
                || targets.isNull()
                || targets.valueStream()
                        .anyMatch(target ->
                                target.isString() && target.stringValue().equals(id));
    }

    private Validation validateOutputs(ObjectNode graph, List<String> outputs) {
        var validation = new GraphValidation(graph, types, dialect, inputFileExists);
        var good = new ArrayList<String>();
        var details = new ArrayList<String>();
        var nodeErrors = PythonJson.object();
        for (var output : outputs) {
            if (validation.isValid(output)) {
                good.add(output);
                continue;
            }
            validation
                    .errorsOf(output)
                    .forEach(error -> details.add(error.get("message").stringValue() + ": "
                            + error.get("details").stringValue()));
            validation.reportErrors(nodeErrors, output);
        }
        return good.isEmpty()
                ? Validation.Refused.because(
                        "prompt_outputs_failed_validation",
                        "Prompt outputs failed validation",
                        String.join("\n", details),
                        nodeErrors)
                : new Validation.Accepted(good, nodeErrors);
    }
}
