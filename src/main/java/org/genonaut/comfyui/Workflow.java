package org.genonaut.comfyui;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A graph of nodes as ComfyUI executes it. Every link leads to a node of the same graph, and nodes keep the order in
 * which they were added.
 */
public record Workflow(Map<String, Node> nodes) {

    public Workflow {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("A workflow has at least one node");
        }
        for (var node : nodes.values()) {
            requireKnownLinks(node, nodes);
        }
    }

    private static void requireKnownLinks(Node node, Map<String, Node> nodes) {
        node.inputs().forEach((name, input) -> {
            if (input instanceof Input.Link link && !nodes.containsKey(link.node())) {
                throw new IllegalArgumentException(
                        node.classType() + "." + name + " links to the unknown node " + link.node());
            }
        });
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The graph in ComfyUI's API format; whole numbers of any size stay bare JSON integers. */
    public ObjectNode toJson() {
        var graph = JsonNodeFactory.instance.objectNode();
        nodes.forEach((id, node) -> graph.set(id, node.toJson()));
        return graph;
    }

    /** One node: its ComfyUI class and its inputs by name. */
    public record Node(String classType, Map<String, Input> inputs) {

        public Node {
            if (classType.isBlank()) {
                throw new IllegalArgumentException("A node has a class");
            }
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        }

        private ObjectNode toJson() {
            var json = JsonNodeFactory.instance.objectNode();
            json.put("class_type", classType);
            // Always present, even when empty: a node without this key kills the worker thread of a ComfyUI.
            var inputsJson = json.putObject("inputs");
            inputs.forEach((name, input) -> inputsJson.set(name, input.toJson()));
            return json;
        }
    }

    /** What a node is given: a literal, or the output of another node. */
    public sealed interface Input {

        JsonNode toJson();

        /** A literal: String, Integer, Long, finite Double, Boolean or BigInteger. */
        record Value(Object value) implements Input {

            public Value {
                toJson(value);
            }

            @Override
            public JsonNode toJson() {
                return toJson(value);
            }

            private static JsonNode toJson(Object value) {
                var factory = JsonNodeFactory.instance;
                return switch (value) {
                    case String text -> factory.stringNode(text);
                    case Integer number -> factory.numberNode(number);
                    case Long number -> factory.numberNode(number);
                    case BigInteger number -> factory.numberNode(number);
                    case Boolean flag -> factory.booleanNode(flag);
                    case Double number when Double.isFinite(number) -> factory.numberNode(number);
                    default ->
                        throw new IllegalArgumentException("ComfyUI knows no literal of the "
                                + value.getClass().getName() + " " + value);
                };
            }
        }

        /** The output number {@code slot}, from 0, of the node with this id. */
        record Link(String node, int slot) implements Input {

            public Link {
                if (node.isEmpty() || slot < 0) {
                    throw new IllegalArgumentException("A link names a node and a slot from 0");
                }
            }

            @Override
            public JsonNode toJson() {
                return JsonNodeFactory.instance.arrayNode().add(node).add(slot);
            }
        }
    }

    /** Adds nodes one after the other under the ids "1", "2", and so on. */
    public static final class Builder {

        private final Map<String, Node> nodes = new LinkedHashMap<>();

        private Builder() {}

        /** Adds a node of this class with the inputs that {@code fill} sets. */
        public Outputs add(String classType, Consumer<Inputs> fill) {
            var inputs = new Inputs();
            fill.accept(inputs);
            var id = String.valueOf(nodes.size() + 1);
            nodes.put(id, new Node(classType, inputs.byName));
            return new Outputs(id);
        }

        public Workflow build() {
            return new Workflow(nodes);
        }
    }

    /** The inputs of a node that is being added. Setting a name twice keeps the later input. */
    public static final class Inputs {

        private final Map<String, Input> byName = new LinkedHashMap<>();

        private Inputs() {}

        public Inputs set(String name, String value) {
            return set(name, new Input.Value(value));
        }

        public Inputs set(String name, int value) {
            return set(name, new Input.Value(value));
        }

        public Inputs set(String name, long value) {
            return set(name, new Input.Value(value));
        }

        public Inputs set(String name, double value) {
            return set(name, new Input.Value(value));
        }

        public Inputs set(String name, boolean value) {
            return set(name, new Input.Value(value));
        }

        public Inputs set(String name, BigInteger value) {
            return set(name, new Input.Value(value));
        }

        public Inputs set(String name, Input input) {
            byName.put(name, input);
            return this;
        }
    }

    /** What an added node gives to others. */
    public record Outputs(String node) {

        public Input.Link slot(int slot) {
            return new Input.Link(node, slot);
        }
    }
}
