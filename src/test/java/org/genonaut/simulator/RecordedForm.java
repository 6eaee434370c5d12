package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form in which answers are compared with recorded ones: exactly, with these exceptions.
 *
 * <ul>
 *   <li>Prompt ids that a server made, ids of nameless sockets, random letters of temporary files, the place of the
 *       folders on the disk and places outside of them stand as {@code $P1}, {@code $SID}, {@code xxxxx}, {@code $DISK/}
 *       and {@code $OUTSIDE}.
 *   <li>Timestamps must be integers; a traceback must be a list of texts; of {@code current_inputs} only the names
 *       count.
 *   <li>What a real server keeps in a Python set comes in any order: cached and executed nodes, outputs to execute.
 *   <li>The order of nodes in the outputs of a history entry is arbitrary.
 *   <li>{@code progress_state} is recorded in short: value, maximum and state of each node. That the other fields
 *       repeat the ids is asserted here.
 * </ul>
 */
final class RecordedForm {
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .build();
    private static final Set<String> SETS = Set.of("nodes", "executed", "current_outputs", "current_inputs");
    private static final Set<String> UNORDERED = Set.of("outputs", "meta");

    private final Map<String, String> tokens = new LinkedHashMap<>();

    /** From here on an id of this server stands for a recorded one. */
    void learn(String token, String id) {
        tokens.put(token, id);
    }

    /** A recorded text with the ids of this server. */
    String live(String recorded) {
        var text = recorded;
        for (var token : tokens.entrySet()) {
            text = text.replaceAll(
                    Pattern.quote(token.getKey()) + "(?!\\d)", Matcher.quoteReplacement(token.getValue()));
        }
        return text;
    }

    String ofRecorded(JsonNode recorded) {
        return sorted(recorded).toString();
    }

    String ofActual(String actual) {
        var text = actual;
        for (var token : tokens.entrySet()) {
            if (token.getKey().startsWith("$")) {
                text = text.replace(token.getValue(), token.getKey());
            }
        }
        text = text.replaceAll("ComfyUI_temp_[a-z]{5}_", "ComfyUI_temp_xxxxx_")
                .replaceAll("\"sid\": \"[0-9a-f]{32}\"", "\"sid\": \"\\$SID\"")
                .replaceAll("(full_output_folder|commonpath): [^\\\\]*", "$1: \\$OUTSIDE")
                .replaceAll("/[^ '\"]*genonaut-simulator-[0-9]+/?", "\\$DISK/");
        return sorted(shortened(JSON.readTree(text))).toString();
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var shorter = JSON.createArrayNode();
            array.forEach(value -> shorter.add(shortened(value)));
            return shorter;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var shorter = JSON.createObjectNode();
        for (var entry : object.properties()) {
            shorter.set(entry.getKey(), shortened(entry.getKey(), entry.getValue()));
        }
        return shorter;
    }

    private static JsonNode shortened(String key, JsonNode value) {
        switch (key) {
            case "timestamp" -> {
                assertThat(value.isIntegralNumber()).isTrue();
                return JSON.getNodeFactory().stringNode("$TIME");
            }
            case "traceback" -> {
                assertThat(value.valueStream()).allMatch(JsonNode::isString);
                return JSON.getNodeFactory().stringNode("$LINES");
            }
            case "current_inputs" -> {
                return value.isObject() ? names(value) : value;
            }
            case "nodes" -> {
                return value.isObject() ? states(value) : value;
            }
            default -> {
                return shortened(value);
            }
        }
    }

    private static ArrayNode names(JsonNode inputs) {
        assertThat(inputs.valueStream()).allMatch(JsonNode::isArray);
        var names = JSON.createArrayNode();
        inputs.propertyNames().forEach(names::add);
        return names;
    }

    private static ObjectNode states(JsonNode nodes) {
        var states = JSON.createObjectNode();
        for (var node : nodes.properties()) {
            var id = JSON.getNodeFactory().stringNode(node.getKey());
            var state = node.getValue();
            assertThat(state.propertyNames())
                    .containsExactly(
                            "value",
                            "max",
                            "state",
                            "node_id",
                            "prompt_id",
                            "display_node_id",
                            "parent_node_id",
                            "real_node_id");
            assertThat(List.of(state.get("node_id"), state.get("display_node_id"), state.get("real_node_id")))
                    .containsOnly(id);
            assertThat(state.get("parent_node_id").isNull()).isTrue();
            states.set(
                    node.getKey(),
                    JSON.createArrayNode()
                            .add(state.get("value"))
                            .add(state.get("max"))
                            .add(state.get("state")));
        }
        return states;
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var result = JSON.createArrayNode();
            array.forEach(value -> result.add(sorted(value)));
            if (isQueueItem(array)) {
                result.set(4, sortedTexts(array.get(4)));
            }
            return result;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var result = JSON.createObjectNode();
        for (var entry : object.properties()) {
            var value = entry.getValue();
            if (SETS.contains(entry.getKey()) && value.isArray()) {
                result.set(entry.getKey(), sortedTexts(value));
            } else if (UNORDERED.contains(entry.getKey()) && value.isObject()) {
                var inOrder = new TreeMap<String, JsonNode>();
                value.properties().forEach(one -> inOrder.put(one.getKey(), sorted(one.getValue())));
                result.set(entry.getKey(), JSON.createObjectNode().setAll(inOrder));
            } else {
                result.set(entry.getKey(), sorted(value));
            }
        }
        return result;
    }

    private static boolean isQueueItem(ArrayNode array) {
        return array.size() == 5
                && array.get(0).isNumber()
                && array.get(1).isString()
                && array.get(4).isArray();
    }

    private static ArrayNode sortedTexts(JsonNode texts) {
        var sorted = JSON.createArrayNode();
        texts.valueStream().map(JsonNode::asString).sorted().forEach(sorted::add);
        return sorted;
    }
}
