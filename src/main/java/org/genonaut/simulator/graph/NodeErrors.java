package org.genonaut.simulator.graph;

import java.util.List;
import org.genonaut.simulator.protocol.Dialect;
import org.genonaut.simulator.protocol.PythonException;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.protocol.PythonText;
import org.genonaut.simulator.protocol.PythonTraceback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The errors of a node's inputs in the words and the shape of the protocol. */
final class NodeErrors {
    /** A longer list is only told by its length. */
    private static final int SHOWN_OPTIONS = 20;

    private NodeErrors() {}

    static ObjectNode error(String type, String message, String details, ObjectNode extra) {
        var error =
                PythonJson.object().put("type", type).put("message", message).put("details", details);
        error.set("extra_info", extra);
        return error;
    }

    static ObjectNode missing(InputSpec input) {
        var extra = PythonJson.object().put("input_name", input.name());
        return error("required_input_missing", "Required input is missing", input.name(), extra);
    }

    static ObjectNode badLink(InputSpec input, JsonNode value) {
        return error(
                "bad_linked_input",
                "Bad linked input, must be a length-2 list of [node_id, slot_index]",
                input.name(),
                received(input, value));
    }

    static ObjectNode typeMismatch(InputSpec input, String receivedType, JsonNode link) {
        var extra = about(input).put("received_type", receivedType);
        extra.set("linked_node", link);
        return error(
                "return_type_mismatch",
                "Return type mismatch between linked nodes",
                input.name() + ", received_type(" + receivedType + ") mismatch input_type(" + input.type() + ")",
                extra);
    }

    static ObjectNode notConvertible(InputSpec input, JsonNode value, PythonException cause) {
        var extra = received(input, value).put("exception_message", cause.text());
        return error(
                "invalid_input_type",
                "Failed to convert an input value to a " + input.type() + " value",
                input.name() + ", " + PythonText.str(value) + ", " + cause.text(),
                extra);
    }

    static ObjectNode tooSmall(InputSpec input, JsonNode value) {
        return error(
                "value_smaller_than_min",
                "Value " + PythonText.str(value) + " smaller than min of " + input.limitText("min"),
                input.name(),
                received(input, value));
    }

    static ObjectNode tooBig(InputSpec input, JsonNode value) {
        return error(
                "value_bigger_than_max",
                "Value " + PythonText.str(value) + " bigger than max of " + input.limitText("max"),
                input.name(),
                received(input, value));
    }

    static ObjectNode notInList(InputSpec input, List<String> options, JsonNode value, Dialect dialect) {
        var isLong = options.size() > SHOWN_OPTIONS;
        var extra = received(input, value);
        if (isLong) {
            extra.putNull("input_config");
        }
        var list = isLong ? "(list of length " + options.size() + ")" : PythonText.quoted(options);
        var shown = dialect.isNewer() ? PythonText.repr(value) : "'" + PythonText.str(value) + "'";
        return error("value_not_in_list", "Value not in list", input.name() + ": " + shown + " not in " + list, extra);
    }

    static ObjectNode cycle(List<String> nodes) {
        var extra = PythonJson.object();
        extra.set("cycle_nodes", PythonJson.array(nodes));
        return error(
                "dependency_cycle",
                "Dependency cycle detected",
                String.join(" -> ", nodes) + " -> " + nodes.getFirst(),
                extra);
    }

    static ObjectNode custom(String inputName, String reason) {
        return error(
                "custom_validation_failed",
                "Custom validation failed for node",
                inputName + " - " + reason,
                PythonJson.object().put("input_name", inputName));
    }

    /** An exception below, told at the node whose validation raised it. */
    static ObjectNode inner(InputSpec input, PythonException cause, JsonNode link) {
        var extra = about(input).put("exception_message", cause.text()).put("exception_type", cause.type());
        extra.set("traceback", PythonTraceback.ofValidation());
        extra.set("linked_node", link);
        return error("exception_during_inner_validation", "Exception when validating inner node", cause.text(), extra);
    }

    static ObjectNode outer(PythonException cause) {
        var extra = PythonJson.object().put("exception_type", cause.type());
        extra.set("traceback", PythonTraceback.ofValidation());
        return error("exception_during_validation", "Exception when validating node", cause.text(), extra);
    }

    private static ObjectNode received(InputSpec input, JsonNode value) {
        var extra = about(input);
        extra.set("received_value", value);
        return extra;
    }

    private static ObjectNode about(InputSpec input) {
        var extra = PythonJson.object().put("input_name", input.name());
        extra.set("input_config", input.config());
        return extra;
    }
}
