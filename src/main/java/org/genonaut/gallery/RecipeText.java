package org.genonaut.gallery;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.recipe.GenerationParameters;
import tools.jackson.databind.json.JsonMapper;

/** Writes recipes for the clipboard: what a program posts, and what people paste to each other. */
public final class RecipeText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private RecipeText() {}

    /** The body of a request to {@code POST /api/generation/request} that makes the same again. */
    public static String json(GenerationParameters recipe) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(GenerationDraft.of(recipe));
    }

    /** The lines that most tools of this kind read and write ("Negative prompt: …, Steps: 30, …"), in no language. */
    public static String lines(GenerationParameters recipe) {
        var sampling = recipe.samplerParams();
        var negative = recipe.negativePrompt().isBlank() ? "" : "\nNegative prompt: " + recipe.negativePrompt();
        return recipe.prompt() + loras(recipe) + negative + "\nSteps: " + sampling.steps() + ", Sampler: "
                + sampling.samplerName() + ", Schedule type: " + sampling.scheduler() + ", CFG scale: "
                + sampling.cfg() + ", Seed: " + sampling.seed() + ", Size: " + recipe.width() + "x" + recipe.height()
                + ", Model: " + recipe.checkpointModel() + besides(recipe);
    }

    /** What most recipes do not have. */
    private static String besides(GenerationParameters recipe) {
        var guidance = recipe.samplerParams().guidance();
        var clipSkip = recipe.clipSkip();
        return (recipe.vae() == null ? "" : ", VAE: " + recipe.vae())
                + (clipSkip == GenerationParameters.NO_CLIP_SKIP ? "" : ", Clip skip: " + clipSkip)
                + (guidance == null ? "" : ", Distilled CFG Scale: " + guidance);
    }

    private static String loras(GenerationParameters recipe) {
        return recipe.loraModels().stream()
                .map(lora -> " <lora:" + lora.name() + ":" + lora.strengthModel() + ">")
                .collect(joining());
    }
}
