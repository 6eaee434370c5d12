package org.genonaut.simulator.graph;

import org.genonaut.simulator.protocol.Dialect;
import org.genonaut.simulator.protocol.PythonJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code /object_info} tells of a type of nodes, made from its shorter entry in our table. */
final class ObjectInfo {
    private static final String CORE = "nodes";

    private ObjectInfo() {}

    static ObjectNode complete(String name, ObjectNode entry, Dialect dialect) {
        var module = entry.path("python_module").asString(CORE);
        var input = (ObjectNode) entry.get("input");
        // Later versions tell of everything beyond the core in the newer notation.
        if (dialect.isNewer() && !module.equals(CORE)) {
            input.forEach(group -> group.forEach(ObjectInfo::inNewNotation));
        }
        var type = PythonJson.object();
        type.set("input", input);
        type.set("input_order", order(input));
        type.set("output", entry.get("output"));
        var isList = type.putArray("output_is_list");
        entry.get("output").forEach(slot -> isList.add(false));
        type.set("output_name", entry.has("output_name") ? entry.get("output_name") : entry.get("output"));
        return type.put("name", name)
                .put("display_name", entry.path("display_name").asString(name))
                .put("description", entry.path("description").asString(""))
                .put("python_module", module)
                .put("category", entry.path("category").asString(""))
                .put("output_node", entry.path("output_node").asBoolean(false))
                .put("deprecated", false)
                .put("experimental", false);
    }

    private static ObjectNode order(ObjectNode input) {
        var order = PythonJson.object();
        input.propertyStream()
                .forEach(group -> order.set(
                        group.getKey(), PythonJson.array(group.getValue().propertyNames())));
        return order;
    }

    private static void inNewNotation(JsonNode definition) {
        if (definition instanceof ArrayNode pair && pair.get(0) instanceof ArrayNode options) {
            var settings = PythonJson.object();
            if (pair.path(1) instanceof ObjectNode known) {
                settings.setAll(known);
            }
            settings.put("multiselect", false).set("options", options);
            pair.removeAll();
            pair.add("COMBO").add(settings);
        }
    }
}
