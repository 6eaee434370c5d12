package org.genonaut.simulator.graph;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An input of a node type.
 *
 * @param definition the pair of type and settings as {@code /object_info} shows it
 */
public record InputSpec(String name, boolean required, Kind kind, JsonNode definition) {
    /** What may stand in an input. */
    public sealed interface Kind {}

    /** One of a list, checked. */
    public record Choice(List<String> options) implements Kind {}

    /** One of a list in the newer notation, which the server does not check. */
    public record UncheckedChoice() implements Kind {}

    /** A number, text, flag, or what another node makes, by the type's name. */
    public record Typed(String type) implements Kind {}

    static InputSpec of(String name, boolean required, JsonNode definition) {
        return new InputSpec(name, required, kind(definition.get(0)), definition);
    }

    private static Kind kind(JsonNode type) {
        if (type.isArray()) {
            return new Choice(type.valueStream().map(JsonNode::stringValue).toList());
        }
        return type.stringValue().equals("COMBO") ? new UncheckedChoice() : new Typed(type.stringValue());
    }

    /** The type's name as links are compared by. */
    String type() {
        return switch (kind) {
            case Choice c -> "COMBO";
            case UncheckedChoice c -> "COMBO";
            case Typed(var type) -> type;
        };
    }

    /** The definition with settings, even where the type has none. */
    JsonNode config() {
        var pair = PythonJson.array().add(definition.get(0));
        return pair.add(definition.size() > 1 ? definition.get(1) : PythonJson.object());
    }

    Optional<BigDecimal> limit(String which) {
        return Optional.ofNullable(definition.path(1).get(which)).map(JsonNode::decimalValue);
    }

    /** The limit as Python prints it. */
    String limitText(String which) {
        return PythonText.str(definition.path(1).path(which));
    }
}
