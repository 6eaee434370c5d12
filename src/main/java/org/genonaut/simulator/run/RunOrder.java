package org.genonaut.simulator.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.genonaut.simulator.graph.Link;
import tools.jackson.databind.node.ObjectNode;

/**
 * The order in which nodes run: what they depend on first and, where there is a choice, what brings an output closest.
 */
final class RunOrder {
    private final ObjectNode graph;
    private final Predicate<String> isDone;
    private final Predicate<String> isOutput;
    private final Map<String, Integer> waitsFor = new LinkedHashMap<>();
    private final Map<String, Set<String>> blocks = new LinkedHashMap<>();

    /** @param isDone whether a node need not run because its result is known */
    RunOrder(ObjectNode graph, List<String> outputs, Predicate<String> isDone, Predicate<String> isOutput) {
        this.graph = graph;
        this.isDone = isDone;
        this.isOutput = isOutput;
        outputs.forEach(this::stage);
    }

    private void stage(String output) {
        var open = new ArrayDeque<>(List.of(output));
        while (!open.isEmpty()) {
            var node = open.pop();
            if (waitsFor.putIfAbsent(node, 0) != null) {
                continue;
            }
            for (var link : linksOf(node)) {
                if (!isDone.test(link.node())) {
                    open.push(link.node());
                    if (blocks.computeIfAbsent(link.node(), n -> new LinkedHashSet<>())
                            .add(node)) {
                        waitsFor.merge(node, 1, Integer::sum);
                    }
                }
            }
        }
    }

    private List<Link> linksOf(String node) {
        var links = new ArrayList<Link>();
        graph.get(node).get("inputs").forEach(input -> Link.of(input).ifPresent(links::add));
        return links;
    }

    /** The node to run next, or empty if all have run. */
    Optional<String> next() {
        var ready = waitsFor.entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
        return first(ready, isOutput)
                .or(() -> first(ready, node -> blocked(node).stream().anyMatch(isOutput)))
                .or(() -> first(ready, this::isTwoFromOutput))
                .or(() -> ready.stream().findFirst());
    }

    private boolean isTwoFromOutput(String node) {
        return blocked(node).stream().anyMatch(next -> blocked(next).stream().anyMatch(isOutput));
    }

    private Set<String> blocked(String node) {
        return blocks.getOrDefault(node, Set.of());
    }

    private static Optional<String> first(List<String> nodes, Predicate<String> which) {
        return nodes.stream().filter(which).findFirst();
    }

    void done(String node) {
        waitsFor.remove(node);
        blocked(node).forEach(next -> waitsFor.computeIfPresent(next, (n, count) -> count - 1));
    }
}
