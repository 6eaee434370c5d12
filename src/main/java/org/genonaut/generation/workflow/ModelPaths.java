package org.genonaut.generation.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one backend calls a catalog's models: on Windows the same file has another name.
 *
 * @param vae null when the checkpoint's own is to decode
 */
public record ModelPaths(String checkpoint, @Nullable String vae, Map<String, String> loras) {

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
