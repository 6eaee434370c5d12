package org.genonaut.comfyui.execution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.wire.Answer;
import tools.jackson.databind.JsonNode;

/**
 * The prompts that a server runs and those that wait there, at one moment.
 *
 * @param graphs of all of them, as the server wrote them; there may be thousands of which one is ours
 */
public record QueueSnapshot(Set<String> running, Map<String, JsonNode> graphs) {

    public QueueSnapshot {
        running = Set.copyOf(running);
        graphs = Map.copyOf(graphs);
    }

    static QueueSnapshot of(Answer answer) {
        var json = answer.object();
        if (!json.path("queue_running").isArray() || !json.path("queue_pending").isArray()) {
            throw answer.unexpected();
        }
        var graphs = new HashMap<String, JsonNode>();
        var running = new HashSet<String>();
        for (var item : json.path("queue_running").values()) {
            running.add(id(item));
            graphs.put(id(item), item.path(2));
        }
        for (var item : json.path("queue_pending").values()) {
            graphs.put(id(item), item.path(2));
        }
        return new QueueSnapshot(running, graphs);
    }

    private static String id(JsonNode item) {
        return item.path(1).stringValue("");
    }

    /** Whether it runs or waits there. */
    public boolean holds(PromptId prompt) {
        return graphs.containsKey(prompt.toString());
    }

    public boolean runs(PromptId prompt) {
        return running.contains(prompt.toString());
    }

    /** The prompt that runs; empty if none does, or only one whose id is not of our making. */
    public Optional<PromptId> runningPrompt() {
        return running.stream().flatMap(id -> PromptId.parse(id).stream()).findFirst();
    }

    public Optional<Graph> graph(PromptId prompt) {
        return Optional.ofNullable(graphs.get(prompt.toString())).map(Graph::of);
    }
}
