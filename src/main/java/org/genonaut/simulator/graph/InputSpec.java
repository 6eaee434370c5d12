package org.genonaut.simulator.graph;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.protocol.PythonText;
import tools.jackson.databind.JsonNode;

/**
 * An input of a node type.
 *
 * @param definition gives the pair of type and settings as {@code /object_info} shows it at the time of asking
 */
public record InputSpec(String name, boolean required, Kind kind, Supplier<JsonNode> definition) {
    /** What may stand in an input. */
    public sealed interface Kind {
        /** The type's name as links are compared by. */
        String type();
    }

    /**
     * One of a list, which may change while the server runs.
     *
     * @param checked false for lists in the newer notation, which older servers do not check
     */
    public record Choice(Supplier<List<String>> options, boolean checked) implements Kind {
        @Override
        public String type() {
            return "COMBO";
        }
    }

    /**
     * A number, text, flag, or what another node makes, by the type's name.
     *
     * @param settings such as its limits
     */
    public record Typed(String type, JsonNode settings) implements Kind {}

    String type() {
        return kind.type();
    }

    /** The definition with settings, even where the type has none. */
    JsonNode config() {
        var shown = definition.get();
        var pair = PythonJson.array().add(shown.get(0));
        return pair.add(shown.size() > 1 ? shown.get(1) : PythonJson.object());
    }

    Optional<BigDecimal> limit(String which) {
        return settings().map(settings -> settings.get(which)).map(JsonNode::decimalValue);
    }

    /** The limit as Python prints it. */
    String limitText(String which) {
        return settings().map(settings -> PythonText.str(settings.path(which))).orElse("None");
    }

    private Optional<JsonNode> settings() {
        return kind instanceof Typed typed ? Optional.of(typed.settings()) : Optional.empty();
    }
}
