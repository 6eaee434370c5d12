package org.genonaut.comfyui.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.genonaut.comfyui.Allowed;
import tools.jackson.databind.JsonNode;

/** Reads how a node class declares one of its inputs, in both layouts that servers use side by side. */
public final class InputDeclaration {

    private InputDeclaration() {}

    /** What may be chosen, as the server spells it; empty if it is no choice. */
    public static List<String> options(JsonNode declared) {
        // Older nodes: [["a", "b"], {…}]; newer nodes: ["COMBO", {"options": ["a", "b"]}].
        var options =
                declared.path(0).isArray() ? declared.path(0) : declared.path(1).path("options");
        return options.values().stream().map(Json::anyText).toList();
    }

    /** The bounds of a number. */
    public static Allowed range(JsonNode declared) {
        var min = bound(declared.path(1).path("min"));
        var max = bound(declared.path(1).path("max"));
        return min.isEmpty() && max.isEmpty() ? new Allowed.Unsaid() : new Allowed.Range(min, max);
    }

    /** Python's infinity is no bound. */
    private static Optional<BigDecimal> bound(JsonNode bound) {
        return bound.isNumber() && Double.isFinite(bound.doubleValue())
                ? Optional.of(bound.decimalValue())
                : Optional.empty();
    }
}
