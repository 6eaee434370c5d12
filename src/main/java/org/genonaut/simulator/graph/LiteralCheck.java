package org.genonaut.simulator.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.genonaut.simulator.protocol.Dialect;
import org.genonaut.simulator.protocol.PythonException;
import org.genonaut.simulator.protocol.PythonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks the values that stand in a graph itself, and converts each to the type of its input. */
final class LiteralCheck {
    /** They look for their file themselves, so that one in a sub folder is found too. */
    private static final Set<String> LOADERS = Set.of("LoadImage", "LoadImageMask");

    private final Dialect dialect;
    private final Predicate<String> inputFileExists;

    LiteralCheck(Dialect dialect, Predicate<String> inputFileExists) {
        this.dialect = dialect;
        this.inputFileExists = inputFileExists;
    }

    /**
     * Checks the value of an input.
     *
     * @param inputs of the node; the value in it is replaced by the converted one
     * @return what is wrong, or empty
     */
    Optional<ObjectNode> check(NodeType type, InputSpec input, ObjectNode inputs) {
        var value = unwrapped(inputs.get(input.name()));
        try {
            value = converted(input, value);
        } catch (PythonException e) {
            return Optional.of(NodeErrors.notConvertible(input, value, e));
        }
        inputs.set(input.name(), value);
        return LOADERS.contains(type.name()) && input.name().equals("image")
                ? checkFile(input, PythonText.str(value))
                : checkRange(input, value);
    }

    private static JsonNode unwrapped(JsonNode given) {
        return given.isObject() && given.has("__value__") ? given.get("__value__") : given;
    }

    private static JsonNode converted(InputSpec input, JsonNode value) {
        return switch (input.type()) {
            case "INT" -> PythonText.toInt(value);
            case "FLOAT" -> PythonText.toFloat(value);
            case "STRING" -> PythonText.toStr(value);
            case "BOOLEAN" -> PythonText.toBool(value);
            default -> value;
        };
    }

    private Optional<ObjectNode> checkFile(InputSpec input, String name) {
        return inputFileExists.test(name)
                ? Optional.empty()
                : Optional.of(NodeErrors.custom(input.name(), "Invalid image file: " + name));
    }

    private Optional<ObjectNode> checkRange(InputSpec input, JsonNode value) {
        if (value.isNumber()
                && input.limit("min")
                        .filter(limit -> value.decimalValue().compareTo(limit) < 0)
                        .isPresent()) {
            return Optional.of(NodeErrors.tooSmall(input, value));
        }
        if (value.isNumber()
                && input.limit("max")
                        .filter(limit -> value.decimalValue().compareTo(limit) > 0)
                        .isPresent()) {
            return Optional.of(NodeErrors.tooBig(input, value));
        }
        if (input.kind() instanceof InputSpec.Choice choice && choice.checked()) {
            return checkChoice(input, choice.options().get(), value);
        }
        return Optional.empty();
    }

    private Optional<ObjectNode> checkChoice(InputSpec input, List<String> options, JsonNode value) {
        return value.isString() && options.contains(value.stringValue())
                ? Optional.empty()
                : Optional.of(NodeErrors.notInList(input, options, value, dialect));
    }
}
