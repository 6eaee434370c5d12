package org.genonaut.comfyui.execution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.wire.Answer;
import tools.jackson.databind.JsonNode;

/** The prompts that a server runs and those that wait there, at one moment. */
public record QueueSnapshot(Set<String> running, Map<String, Graph> graphs) {

    public QueueSnapshot {
        running = Set.copyOf(running);
        graphs = Map.copyOf(graphs);
    }

    static QueueSnapshot of(Answer answer) {
        var json = answer.object();
        if (!json.path("queue_running").isArray() || !json.path("queue_pending").isArray()) {
            throw answer.unexpected();
        }
        var graphs = new HashMap<String, Graph>();
        var running = new HashSet<String>();
        for (var item : json.path("queue_running").values()) {
            running.add(id(item));
            graphs.put(id(item), graph(item));
        }
        for (var item : json.path("queue_pending").values()) {
            graphs.put(id(item), graph(item));
        }
        return new QueueSnapshot(running, graphs);
    }

    private static String id(JsonNode item) {
        return item.path(1).stringValue("");
    }

    private static Graph graph(JsonNode item) {
        return Graph.of(item.path(2));
    }

    boolean holds(PromptId prompt) {
        return graphs.containsKey(prompt.toString());
    }

    boolean runs(PromptId prompt) {
        return running.contains(prompt.toString());
    }

    Optional<Graph> graph(PromptId prompt) {
        return Optional.ofNullable(graphs.get(prompt.toString()));
    }
}
