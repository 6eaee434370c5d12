package org.genonaut.catalog;

import java.util.Locale;

/** What a model file is for. */
public enum ModelType {
    CHECKPOINT("checkpoints"),
    LORA("loras"),
    VAE("vae");

    private final String folder;

    ModelType(String folder) {
        this.folder = folder;
    }

    /** ComfyUI's folder of such files. */
    public String folder() {
        return folder;
    }

    /** As columns and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
