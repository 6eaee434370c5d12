package org.genonaut.simulator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Keeps the worker as far as a recorded run was, by what was heard of its steps. */
final class RecordedSteps {
    static final Set<String> STEPPING = Set.of("SimulatorSteps", "KSampler");
    private static final Set<String> CUT_SHORT = Set.of("execution_interrupted", "execution_error");

    private final Turnstile turnstile;
    private final Map<String, JsonNode> graphs = new HashMap<>();
    private final Map<String, Integer> reached = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    RecordedSteps(Turnstile turnstile) {
        this.turnstile = turnstile;
    }

    void submitted(String prompt, JsonNode graph) {
        graphs.put(prompt, graph);
    }

    /** Lets the worker do what must have happened before these messages were heard. */
    void follow(List<JsonNode> messages) {
        for (var message : messages) {
            var prompt = message.at("/data/prompt_id").asString("");
            var step = step(message);
            if (step.isPresent() && !ended.contains(prompt)) {
                reached.merge(prompt, step.getAsInt(), Math::max);
                turnstile.advanceTo(reached.getOrDefault(prompt, 0));
            } else if (reached.containsKey(prompt) && isBeyond(message, prompt) && ended.add(prompt)) {
                turnstile.pass(
                        CUT_SHORT.contains(type(message)) ? 1 : steps(prompt) - reached.getOrDefault(prompt, 0) + 1);
            }
        }
    }

    /** Lets the worker do what a socket that is opened now will hear nothing of. */
    void skip(List<JsonNode> later) {
        for (var message : later) {
            var step = step(message);
            if (step.isPresent()) {
                turnstile.advanceTo(Math.max(0, step.getAsInt() - 1));
                return;
            }
            if (CUT_SHORT.contains(type(message)) || type(message).equals("execution_start")) {
                return;
            }
        }
    }

    private int steps(String prompt) {
        return Objects.requireNonNull(graphs.get(prompt), prompt)
                .valueStream()
                .filter(node -> STEPPING.contains(node.path("class_type").asString()))
                .mapToInt(node -> node.at("/inputs/steps").asInt())
                .sum();
    }

    private OptionalInt step(JsonNode message) {
        var data = message.path("data");
        var prompt = data.path("prompt_id").asString("");
        if (type(message).equals("progress")
                && isStepping(prompt, data.get("node").asString())) {
            return OptionalInt.of(data.get("value").intValue());
        }
        if (type(message).equals("executing")
                && isStepping(prompt, data.path("node").asString(""))) {
            return OptionalInt.of(0);
        }
        if (!type(message).equals("progress_state")) {
            return OptionalInt.empty();
        }
        return data.get("nodes")
                .propertyStream()
                .filter(node -> isStepping(prompt, node.getKey()))
                .map(Map.Entry::getValue)
                .filter(state -> state.get(2).asString().equals("running")
                        && state.get(0).isInt())
                .mapToInt(state -> state.get(0).intValue())
                .findFirst();
    }

    /** Whether the message tells of something after the steps. */
    private boolean isBeyond(JsonNode message, String prompt) {
        return switch (type(message)) {
            case "executing" -> !isStepping(prompt, message.at("/data/node").asString(""));
            case "progress", "executed" -> true;
            case "progress_state" ->
                message.at("/data/nodes")
                        .propertyStream()
                        .anyMatch(node -> isStepping(prompt, node.getKey())
                                && node.getValue().get(2).asString().equals("finished"));
            default -> CUT_SHORT.contains(type(message)) || type(message).equals("execution_success");
        };
    }

    private boolean isStepping(String prompt, String node) {
        var graph = graphs.get(prompt);
        return graph != null
                && STEPPING.contains(graph.path(node).path("class_type").asString(""));
    }

    private static String type(JsonNode message) {
        return message.path("type").asString("");
    }
}
