package org.genonaut.simulator.graph;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where an input comes from: a slot of another node. */
public record Link(String node, int slot) {
    public static Optional<Link> of(JsonNode input) {
        return input.isArray()
                        && input.size() == 2
                        && input.get(0).isString()
                        && input.get(1).isNumber()
                ? Optional.of(new Link(input.get(0).stringValue(), input.get(1).intValue()))
                : Optional.empty();
    }
}
