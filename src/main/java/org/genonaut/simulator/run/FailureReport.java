package org.genonaut.simulator.run;

import java.util.List;
import org.genonaut.simulator.graph.Link;
import org.genonaut.simulator.graph.NodeType;
import org.genonaut.simulator.graph.NodeTypes;
import org.genonaut.simulator.node.NodeFailure;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.protocol.PythonTraceback;
import org.genonaut.simulator.queue.PromptItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is told of a node at which a prompt ended. */
final class FailureReport {
    private static final String TENSOR = "tensor([[[[0.4980, 0.4980, 0.4980],\n          [0.4980, 0.4980, 0.4980],\n"
            + "          ...,\n          [0.4980, 0.4980, 0.4980]]]])";

    private final PromptItem item;
    private final NodeTypes types;
    private final List<String> executed;

    /** @param executed the nodes that have run, which grows while the prompt runs */
    FailureReport(PromptItem item, NodeTypes types, List<String> executed) {
        this.item = item;
        this.types = types;
        this.executed = executed;
    }

    ObjectNode endAt(String node) {
        var data = PythonJson.object()
                .put("prompt_id", item.id())
                .put("node_id", node)
                .put("node_type", item.classOf(node));
        return data.set("executed", PythonJson.array(executed));
    }

    ObjectNode failure(String node, NodeFailure failure) {
        var data =
                endAt(node).put("exception_message", failure.message()).put("exception_type", failure.exceptionType());
        data.set("traceback", PythonTraceback.ofNode(item.classOf(node)));
        data.set("current_inputs", inputs(node));
        return data.set("current_outputs", PythonJson.array(item.graph().propertyNames()));
    }

    ObjectNode blocked(String node, String message) {
        var data = endAt(node)
                .put("exception_message", "Execution Blocked: " + message)
                .put("exception_type", "ExecutionBlocked");
        data.putArray("traceback");
        data.putArray("current_inputs");
        data.putArray("current_outputs");
        return data;
    }

    /** Numbers and texts as they are, all else as Python would print it; none if the inputs could not be read. */
    private ObjectNode inputs(String node) {
        var inputs = PythonJson.object();
        var hidden = types.find(item.classOf(node)).map(NodeType::hidden).orElse(List.of());
        if (hidden.contains("extra_pnginfo") && item.extraData().isString()) {
            return inputs;
        }
        item.inputsOf(node)
                .propertyStream()
                .forEach(input -> inputs.putArray(input.getKey()).add(shown(input.getValue())));
        hidden.forEach(name -> inputs.putArray(name).add("{...}"));
        return inputs;
    }

    private static JsonNode shown(JsonNode input) {
        return Link.of(input).isPresent() ? PythonJson.text(TENSOR) : input;
    }
}
