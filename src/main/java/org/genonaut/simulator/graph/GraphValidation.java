package org.genonaut.simulator.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.genonaut.simulator.protocol.Dialect;
import org.genonaut.simulator.protocol.PythonException;
import org.genonaut.simulator.protocol.PythonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One pass over one graph, from its outputs up; each node is judged once. */
final class GraphValidation {
    private final ObjectNode graph;
    private final NodeTypes types;
    private final Dialect dialect;
    private final LiteralCheck literals;
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
    private final LinkedHashSet<String> open = new LinkedHashSet<>();

    GraphValidation(ObjectNode graph, NodeTypes types, Dialect dialect, Predicate<String> inputFileExists) {
        this.graph = graph;
        this.types = types;
        this.dialect = dialect;
        this.literals = new LiteralCheck(dialect, inputFileExists);
    }

    /** Whether a node and all above it are sound, and what is wrong with the node itself. */
    private record Verdict(boolean valid, List<ObjectNode> errors) {}

    private static final class CycleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<String> cycle;

        private CycleException(List<String> cycle) {
            super("Cycle of " + cycle);
            this.cycle = cycle;
        }
    }

    boolean isValid(String output) {
        try {
            return judge(output).valid();
        } catch (PythonException e) {
            verdicts.put(output, new Verdict(false, List.of(NodeErrors.outer(e))));
        } catch (CycleException e) {
            open.clear();
            // An older server recurses until Python gives up, and then names no node.
            if (dialect.isNewer()) {
                verdicts.put(e.cycle.getFirst(), new Verdict(false, List.of(NodeErrors.cycle(e.cycle))));
            }
        }
        return false;
    }

    List<ObjectNode> errorsOf(String node) {
        var verdict = verdicts.get(node);
        return verdict == null ? List.of() : verdict.errors();
    }

    /** Adds every node with errors of its own to the report, with the output that cannot be made. */
    void reportErrors(ObjectNode report, String output) {
        verdicts.forEach((id, verdict) -> {
            if (!verdict.valid() && !verdict.errors().isEmpty()) {
                var entry = report.has(id) ? (ObjectNode) report.get(id) : entry(report, id, verdict);
                entry.withArray("dependent_outputs").add(output);
            }
        });
    }

    private ObjectNode entry(ObjectNode report, String id, Verdict verdict) {
        var entry = report.putObject(id);
        entry.putArray("errors").addAll(verdict.errors());
        entry.putArray("dependent_outputs");
        return entry.set("class_type", graph.get(id).get("class_type"));
    }

    private Verdict judge(String id) {
        var known = verdicts.get(id);
        if (known != null) {
            return known;
        }
        if (!open.add(id)) {
            var path = List.copyOf(open);
            throw new CycleException(path.subList(path.indexOf(id), path.size()));
        }
        try {
            var verdict = inspect((ObjectNode) graph.get(id));
            verdicts.put(id, verdict);
            return verdict;
        } finally {
            open.remove(id);
        }
    }

    private Verdict inspect(ObjectNode node) {
        var type = types.find(node.get("class_type").asString()).orElseThrow();
        if (!(node.get("inputs") instanceof ObjectNode inputs)) {
            throw new PythonException("KeyError", "'inputs'");
        }
        var errors = new ArrayList<ObjectNode>();
        var sound = true;
        for (var input : type.inputs()) {
            var value = inputs.get(input.name());
            if (value == null) {
                if (input.required()) {
                    errors.add(NodeErrors.missing(input));
                }
            } else if (value.isArray()) {
                sound &= checkLink(input, value, errors);
            } else {
                literals.check(type, input, inputs).ifPresent(errors::add);
            }
        }
        return new Verdict(sound && errors.isEmpty(), errors);
    }

    /** Returns whether the node at the other end is sound. */
    private boolean checkLink(InputSpec input, JsonNode link, List<ObjectNode> errors) {
        if (link.size() != 2) {
            errors.add(NodeErrors.badLink(input, link));
            return true;
        }
        var source = source(link.get(0));
        var slots = types.find(graph.get(source).path("class_type").asString())
                .orElseThrow()
                .outputs();
        var received = slot(slots, link.get(1));
        if (!received.equals(input.type()) && !received.equals("*")) {
            errors.add(NodeErrors.typeMismatch(input, received, link));
            return true;
        }
        try {
            return judge(source).valid();
        } catch (PythonException e) {
            verdicts.put(source, new Verdict(false, List.of(NodeErrors.inner(input, e, link))));
            return false;
        }
    }

    private String source(JsonNode id) {
        if (id.isString() && graph.has(id.stringValue())) {
            return id.stringValue();
        }
        throw new PythonException("KeyError", id.isString() ? PythonText.quoted(id.stringValue()) : PythonText.str(id));
    }

    private static String slot(List<String> slots, JsonNode index) {
        if (!index.isIntegralNumber()) {
            throw new PythonException("TypeError", "tuple indices must be integers or slices, not str");
        }
        if (index.intValue() < 0 || index.intValue() >= slots.size()) {
            throw new PythonException("IndexError", "tuple index out of range");
        }
        return slots.get(index.intValue());
    }
}
