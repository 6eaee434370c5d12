package org.genonaut.simulator.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.genonaut.simulator.node.NodeOutcome;
import tools.jackson.databind.node.ObjectNode;

/** What the nodes of the last prompt have made; a prompt that shares nodes with it need not run them again. */
final class ResultCache {
    private final Map<String, Result> results = new HashMap<>();

    /** @param firstNode the id of the node when it ran, which the history goes on to tell */
    record Result(NodeOutcome outcome, String firstNode) {}

    /** Forgets everything that a graph has no use for. */
    void keepOnly(ObjectNode graph, Signatures signatures) {
        var wanted = new HashSet<String>();
        graph.propertyNames().forEach(node -> wanted.add(signatures.of(node)));
        results.keySet().retainAll(wanted);
    }

    Optional<Result> find(String signature) {
        return Optional.ofNullable(results.get(signature));
    }

    void put(String signature, String node, NodeOutcome outcome) {
        results.put(signature, new Result(outcome, node));
    }

    void clear() {
        results.clear();
    }
}
