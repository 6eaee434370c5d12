package org.genonaut.simulator.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.genonaut.simulator.protocol.Dialect;
import org.genonaut.simulator.protocol.PythonJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The node types of a server, read from {@code object-info.json}. Where the file says {@code "@loras"} in a list, the
 * names on the shelf at the time of asking are filled in.
 */
public final class NodeTypes {
    private final Dialect dialect;
    private final Function<String, List<String>> names;
    private final Map<String, ObjectNode> templates = new LinkedHashMap<>();
    private final Map<String, NodeType> types = new LinkedHashMap<>();

    /** @param names what to fill in for a list's key, such as {@code loras} */
    public NodeTypes(Dialect dialect, Function<String, List<String>> names) {
        this.dialect = dialect;
        this.names = names;
        PythonJson.read(resource()).propertyStream().forEach(entry -> {
            var template = ObjectInfo.complete(entry.getKey(), (ObjectNode) entry.getValue(), dialect);
            templates.put(entry.getKey(), template);
            types.put(entry.getKey(), type(entry.getKey(), template));
        });
    }

    private static byte[] resource() {
        try (var in = NodeTypes.class.getResourceAsStream("object-info.json")) {
            return Objects.requireNonNull(in, "object-info.json").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All types as {@code /object_info} answers. */
    public ObjectNode describe() {
        var all = PythonJson.object();
        templates.forEach((name, template) -> all.set(name, fill(template)));
        return all;
    }

    /** One type as {@code /object_info} answers. */
    public Optional<JsonNode> describe(String name) {
        return Optional.ofNullable(templates.get(name)).map(this::fill);
    }

    /** What graphs are validated by; its lists of names are looked up when they are needed. */
    public Optional<NodeType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    private NodeType type(String name, ObjectNode template) {
        var inputs = new ArrayList<InputSpec>();
        for (var group : List.of("required", "optional")) {
            template.path("input")
                    .path(group)
                    .propertyStream()
                    .map(entry -> input(entry.getKey(), group.equals("required"), entry.getValue()))
                    .forEach(inputs::add);
        }
        return new NodeType(
                name,
                inputs,
                List.copyOf(template.path("input").path("hidden").propertyNames()),
                template.get("output").valueStream().map(JsonNode::stringValue).toList(),
                template.get("output_node").booleanValue());
    }

    private InputSpec input(String name, boolean required, JsonNode definition) {
        return new InputSpec(name, required, kind(definition), () -> fill(definition));
    }

    private InputSpec.Kind kind(JsonNode definition) {
        var type = definition.get(0);
        var settings = definition.path(1);
        if (type.isArray()) {
            return new InputSpec.Choice(options(type), true);
        }
        return type.stringValue().equals("COMBO")
                ? new InputSpec.Choice(options(settings.get("options")), dialect.isNewer())
                : new InputSpec.Typed(type.stringValue(), settings);
    }

    private Supplier<List<String>> options(JsonNode list) {
        var key = key(list);
        if (key.isPresent()) {
            return () -> names.apply(key.get());
        }
        var fixed = list.valueStream().map(JsonNode::stringValue).toList();
        return () -> fixed;
    }

    private static Optional<String> key(JsonNode list) {
        return Optional.of(list.path(0).asString(""))
                .filter(only -> list.size() == 1 && only.startsWith("@"))
                .map(only -> only.substring(1));
    }

    private JsonNode fill(JsonNode template) {
        if (template.isArray()) {
            var key = key(template);
            if (key.isPresent()) {
                return PythonJson.array(names.apply(key.get()));
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
