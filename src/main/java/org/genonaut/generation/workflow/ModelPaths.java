package org.genonaut.generation.workflow;

import java.util.Map;

/** What one backend calls a catalog's models: on Windows the same file has another name. */
public record ModelPaths(String checkpoint, Map<String, String> loras) {

    public ModelPaths {
        loras = Map.copyOf(loras);
    }

    String lora(String name) {
        var path = loras.get(name);
        if (path == null) {
            throw new IllegalArgumentException("No path for the LoRA " + name);
        }
        return path;
    }
}
