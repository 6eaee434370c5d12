package org.genonaut.simulator.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genonaut.simulator.protocol.PythonJson;
import tools.jackson.databind.node.ObjectNode;

/** What became of the prompts that ran, oldest first, until the server ends. */
public final class History {
    private static final int CAPACITY = 10_000;

    private final Map<String, ObjectNode> entries = new LinkedHashMap<>();

    public synchronized void add(String promptId, ObjectNode entry) {
        if (entries.size() >= CAPACITY) {
            entries.remove(entries.keySet().iterator().next());
        }
        entries.put(promptId, entry);
    }

    /** All entries, oldest first. */
    synchronized List<ObjectNode> entries() {
        return List.copyOf(entries.values());
    }

    public synchronized ObjectNode find(String promptId) {
        var answer = PythonJson.object();
        Optional.ofNullable(entries.get(promptId)).ifPresent(entry -> answer.set(promptId, entry));
        return answer;
    }

    /**
     * A part of the history.
     *
     * @param maxItems how many at most, or empty for all
     * @param offset the first one, or empty for the newest ones
     */
    public synchronized ObjectNode list(Optional<Integer> maxItems, Optional<Integer> offset) {
        var wanted = maxItems.orElse(entries.size());
        var first = offset.filter(given -> given >= 0).orElse(maxItems.isPresent() ? entries.size() - wanted : 0);
        var answer = PythonJson.object();
        entries.entrySet().stream()
                .skip(Math.max(0, first))
                .limit(Math.max(0, wanted))
                .forEach(entry -> answer.set(entry.getKey(), entry.getValue()));
        return answer;
    }

    public synchronized void delete(String promptId) {
        entries.remove(promptId);
    }

    public synchronized void clear() {
        entries.clear();
    }
}
