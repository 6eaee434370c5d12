package org.genonaut.simulator.graph;

import java.util.List;

/**
 * A class of nodes.
 *
 * @param hidden the names of inputs that the server fills in itself, such as the graph
 * @param outputs the type of each output slot
 * @param output whether it is worth running for its own sake
 */
public record NodeType(String name, List<InputSpec> inputs, List<String> hidden, List<String> outputs, boolean output) {
    public NodeType {
        inputs = List.copyOf(inputs);
        hidden = List.copyOf(hidden);
        outputs = List.copyOf(outputs);
    }
}
