package org.genonaut.simulator.run;

import java.util.Optional;
import org.genonaut.simulator.node.NodeFailure;

/** A prompt ends at a node: with a failure, or because somebody asked to stop. */
final class NodeStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String node;
    private final transient Optional<NodeFailure> failure;

    NodeStopped(String node, Optional<NodeFailure> failure) {
        super("Stopped at node " + node);
        this.node = node;
        this.failure = failure;
    }

    String node() {
        return node;
    }

    Optional<NodeFailure> failure() {
        return failure;
    }
}
