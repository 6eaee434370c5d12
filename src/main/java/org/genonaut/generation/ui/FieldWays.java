package org.genonaut.generation.ui;

import java.util.regex.Pattern;

/** Leads from a field, as the API names it, to the component in which it can be put right. */
class FieldWays {

    private static final Pattern LORA = Pattern.compile("lora_models\\[(\\d+)].*");
    private static final String SAMPLING = "sampler_params.";

    private final PromptFields prompts;
    private final ModelSelector models;
    private final ParameterControls parameters;
    private final GenerateFoot foot;

    FieldWays(PromptFields prompts, ModelSelector models, ParameterControls parameters, GenerateFoot foot) {
        this.prompts = prompts;
        this.models = models;
        this.parameters = parameters;
        this.foot = foot;
    }

    Runnable to(String field) {
        var lora = LORA.matcher(field);
        if (lora.matches()) {
            var index = Integer.parseInt(lora.group(1));
            return () -> models.focusLora(index);
        }
        if (field.startsWith(SAMPLING)) {
            var setting = field.substring(SAMPLING.length());
            return setting.equals("seed")
                    ? parameters.seed()::focusSeed
                    : () -> parameters.sampler().focus(setting);
        }
        return switch (field) {
            case "clip_skip", "vae" -> () -> parameters.sampler().focus(field);
            case "negative_prompt" -> prompts::focusAvoid;
            case "checkpoint_model" -> models::focusCheckpoint;
            case "lora_models" -> models::focusAdd;
            case "width" -> parameters.size()::focusWidth;
            case "height" -> parameters.size()::focusHeight;
            case "batch_size" -> parameters.size()::focusBatchSize;
            case "batch_count" -> foot::focusBatchCount;
            default -> prompts::focusPrompt;
        };
    }
}
