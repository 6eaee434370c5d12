package org.genonaut.simulator.graph;

import java.util.List;

/**
 * A class of nodes.
 *
 * @param outputs the type of each output slot
 * @param output whether it is worth running for its own sake
 */
public record NodeType(String name, List<InputSpec> inputs, List<String> outputs, boolean output) {
    public NodeType {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
