package org.genonaut.simulator.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.genonaut.simulator.protocol.Dialect;
import org.genonaut.simulator.protocol.PythonJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** How far the nodes of a prompt are, as {@code progress_state} tells it: those that wait are left out. */
final class Progress {
    private final String promptId;
    private final Dialect dialect;
    private final Map<String, State> states = new LinkedHashMap<>();

    Progress(String promptId, Dialect dialect) {
        this.promptId = promptId;
        this.dialect = dialect;
    }

    private record State(JsonNode value, JsonNode max, String state) {}

    void running(String node) {
        states.put(node, new State(DoubleNode.valueOf(0), DoubleNode.valueOf(1), "running"));
    }

    void step(String node, int step, int steps) {
        states.put(node, new State(IntNode.valueOf(step), IntNode.valueOf(steps), "running"));
    }

    /** A node that has run keeps its last step count; one that came from the cache counts whole. */
    void finished(String node) {
        var known = states.get(node);
        var max = known == null ? IntNode.valueOf(1) : known.max();
        states.put(node, new State(max, max, "finished"));
    }

    ObjectNode describe() {
        var data = PythonJson.object().put("prompt_id", promptId);
        var nodes = data.putObject("nodes");
        states.forEach((id, state) -> nodes.set(id, describe(id, state)));
        return data;
    }

    private ObjectNode describe(String id, State state) {
        var entry = PythonJson.object();
        entry.set("value", state.value());
        entry.set("max", state.max());
        entry.put("state", state.state())
                .put("node_id", id)
                .put("prompt_id", promptId)
                .put("display_node_id", id)
                .putNull("parent_node_id")
                .put("real_node_id", id);
        return dialect.isNewer() && state.state().equals("running") ? entry.put("activity", "executing") : entry;
    }
}
