package org.genonaut.generation.run;

import org.genonaut.catalog.ModelType;

/** A backend lost a model between the claim and the prompt. */
final class ModelGone extends RuntimeException {

    private final ModelType type;
    private final String model;

    ModelGone(ModelType type, String model) {
        super(model);
        this.type = type;
        this.model = model;
    }

    String model() {
        return model;
    }

    /** The input by which ComfyUI would have named it. */
    String input() {
        return switch (type) {
            case CHECKPOINT -> "ckpt_name";
            case LORA -> "lora_name";
            case VAE -> "vae_name";
        };
    }
}
