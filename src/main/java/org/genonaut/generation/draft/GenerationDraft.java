package org.genonaut.generation.draft;

import java.util.List;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.SamplerParams;
import org.genonaut.generation.recipe.Seed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What a member's form or a program's request says, before it is checked: anything may be absent or wrong. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record GenerationDraft(
        @Nullable String prompt,
        @Nullable String negativePrompt,
        @Nullable String checkpointModel,
        @Nullable String vae,
        @Nullable List<Lora> loraModels,
        @Nullable Integer clipSkip,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer batchSize,
        @Nullable Integer batchCount,
        @Nullable Sampling samplerParams) {

    /** A LoRA without strengths takes the catalog's default. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Lora(
            @Nullable String name,
            @Nullable Double strengthModel,
            @Nullable Double strengthClip) {}

    /** A seed that is absent is drawn by lot. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Sampling(
            @Nullable Seed seed,
            @Nullable Integer steps,
            @Nullable Double cfg,
            @Nullable String samplerName,
            @Nullable String scheduler,
            @Nullable Double denoise,
            @Nullable Double guidance) {

        static final Sampling EMPTY = new Sampling(null, null, null, null, null, null, null);

        private static Sampling of(SamplerParams sampling) {
            return new Sampling(
                    sampling.seed(),
                    sampling.steps(),
                    sampling.cfg(),
                    sampling.samplerName(),
                    sampling.scheduler(),
                    sampling.denoise(),
                    sampling.guidance());
        }
    }

    /** A draft that asks for the same again. */
    public static GenerationDraft of(GenerationParameters parameters) {
        return new GenerationDraft(
                parameters.prompt(),
                parameters.negativePrompt(),
                parameters.checkpointModel(),
                parameters.vae(),
                parameters.loraModels().stream()
                        .map(lora -> new Lora(lora.name(), lora.strengthModel(), lora.strengthClip()))
                        .toList(),
                parameters.clipSkip(),
                parameters.width(),
                parameters.height(),
                parameters.batchSize(),
                parameters.batchCount(),
                Sampling.of(parameters.samplerParams()));
    }
}
