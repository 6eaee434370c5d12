package org.genonaut.comfyui;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genonaut.comfyui.wire.InputDeclaration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The node classes that a server has, and what their inputs may be. */
public final class ObjectInfo {

    private final Map<String, JsonNode> classes;

    private ObjectInfo(Map<String, JsonNode> classes) {
        this.classes = Collections.unmodifiableMap(classes);
    }

    static ObjectInfo of(List<JsonNode> answers) {
        var classes = new LinkedHashMap<String, JsonNode>();
        for (var answer : answers) {
            answer.properties().forEach(entry -> classes.put(entry.getKey(), entry.getValue()));
        }
        return new ObjectInfo(classes);
    }

    /** The classes that were asked for and that the server has. */
    public Set<String> classes() {
        return classes.keySet();
    }

    /** The values that this input may take, as the server spells them; empty if it is unknown or not a choice. */
    public List<String> options(String classType, String input) {
        return InputDeclaration.options(declaration(classType, input));
    }

    /** What a number may be. */
    public Allowed range(String classType, String input) {
        return InputDeclaration.range(declaration(classType, input));
    }

    private JsonNode declaration(String classType, String input) {
        var json = classes.get(classType);
        if (json == null) {
            return MissingNode.getInstance();
        }
        var required = json.path("input").path("required").path(input);
        return required.isMissingNode() ? json.path("input").path("optional").path(input) : required;
    }
}
