package org.genonaut.simulator.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The node types of a server, read from {@code object-info.json}. Where the file says {@code "@loras"} in a list, the
 * names on the shelf at the time of asking are filled in.
 */
public final class NodeTypes {
    private final ObjectNode templates;
    private final Function<String, List<String>> names;

    /** @param names what to fill in for a list's key, such as {@code loras} */
    public NodeTypes(Function<String, List<String>> names) {
        this.names = names;
        this.templates = (ObjectNode) PythonJson.read(resource());
    }

    private static byte[] resource() {
        try (var in = NodeTypes.class.getResourceAsStream("/org/genonaut/simulator/object-info.json")) {
            return Objects.requireNonNull(in, "object-info.json").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All types as {@code /object_info} answers. */
    public ObjectNode describe() {
        var all = PythonJson.object();
        templates.propertyNames().forEach(name -> describe(name).ifPresent(type -> all.set(name, type)));
        return all;
    }

    /** One type as {@code /object_info} answers. */
    public Optional<ObjectNode> describe(String name) {
        return Optional.ofNullable(templates.get(name)).map(template -> complete(name, (ObjectNode) fill(template)));
    }

    public Optional<NodeType> find(String name) {
        return describe(name)
                .map(described -> new NodeType(
                        name,
                        inputs(described.get("input")),
                        described
                                .get("output")
                                .valueStream()
                                .map(JsonNode::stringValue)
                                .toList(),
                        described.get("output_node").booleanValue()));
    }

    private static List<InputSpec> inputs(JsonNode described) {
        var inputs = new ArrayList<InputSpec>();
        for (var group : List.of("required", "optional")) {
            described
                    .path(group)
                    .propertyStream()
                    .map(entry -> InputSpec.of(entry.getKey(), group.equals("required"), entry.getValue()))
                    .forEach(inputs::add);
        }
        return inputs;
    }

    /** Adds what a real server tells of every type and what follows from the rest. */
    private static ObjectNode complete(String name, ObjectNode type) {
        var order = PythonJson.object();
        type.get("input")
                .propertyStream()
                .forEach(group -> order.set(
                        group.getKey(), PythonJson.array(group.getValue().propertyNames())));
        type.set("input_order", order);
        var isList = type.putArray("output_is_list");
        type.get("output").forEach(slot -> isList.add(false));
        if (!type.has("output_name")) {
            type.set("output_name", type.get("output"));
        }
        return type.put("name", name)
                .put("python_module", "nodes")
                .put("deprecated", false)
                .put("experimental", false)
                .put("output_node", type.path("output_node").asBoolean(false));
    }

    private JsonNode fill(JsonNode template) {
        if (template.isArray()) {
            var only = template.size() == 1 ? template.get(0) : null;
            if (only != null && only.isString() && only.stringValue().startsWith("@")) {
                return PythonJson.array(names.apply(only.stringValue().substring(1)));
            }
            var filled = PythonJson.array();
            template.forEach(value -> filled.add(fill(value)));
            return filled;
        }
        if (template.isObject()) {
            var filled = PythonJson.object();
            template.propertyStream().forEach(entry -> filled.set(entry.getKey(), fill(entry.getValue())));
            return filled;
        }
        return template;
    }
}
