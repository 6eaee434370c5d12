package org.genonaut.simulator.node;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a node has made.
 *
 * @param values one for each output slot
 * @param shown what {@code executed} tells of, such as the files of saved pictures
 */
public record NodeOutcome(List<Value> values, Optional<ObjectNode> shown) {
    public static NodeOutcome of(Value... values) {
        return new NodeOutcome(List.of(values), Optional.empty());
    }

    static NodeOutcome shown(ObjectNode output) {
        return new NodeOutcome(List.of(), Optional.of(output));
    }
}
