package org.genonaut.generation;

import java.util.ArrayList;
import java.util.List;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.LoraWeight;
import org.genonaut.generation.recipe.SamplerParams;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.generation.recipe.Source;
import org.jspecify.annotations.Nullable;

/** Parameters for tests: sensible unless said otherwise. */
public final class GenerationParametersBuilder {

    private String prompt = "lighthouse before a storm";
    private String negativePrompt = "people";
    private String checkpoint = "juggernautXL_v9.safetensors";
    private @Nullable String vae;
    private int clipSkip = GenerationParameters.NO_CLIP_SKIP;
    private final List<LoraWeight> loras = new ArrayList<>();
    private int width = 64;
    private int height = 64;
    private int batchSize = 1;
    private int batchCount = 1;
    private SamplerParams sampling = new SamplerParams(new Seed(7), 4, 6, "euler", "normal", 1);

    public static GenerationParametersBuilder aGeneration() {
        return new GenerationParametersBuilder();
    }

    public GenerationParametersBuilder withPrompt(String positive, String negative) {
        prompt = positive;
        negativePrompt = negative;
        return this;
    }

    public GenerationParametersBuilder withCheckpoint(String name) {
        checkpoint = name;
        return this;
    }

    public GenerationParametersBuilder withLora(String name, double strength) {
        loras.add(new LoraWeight(name, strength, strength));
        return this;
    }

    public GenerationParametersBuilder withVae(String name) {
        vae = name;
        return this;
    }

    public GenerationParametersBuilder withClipSkip(int layers) {
        clipSkip = layers;
        return this;
    }

    public GenerationParametersBuilder withGuidance(double guidance) {
        sampling = new SamplerParams(
                sampling.seed(),
                sampling.steps(),
                sampling.cfg(),
                sampling.samplerName(),
                sampling.scheduler(),
                sampling.denoise(),
                guidance);
        return this;
    }

    public GenerationParametersBuilder ofSize(int wide, int high) {
        width = wide;
        height = high;
        return this;
    }

    public GenerationParametersBuilder inBatchesOf(int size, int count) {
        batchSize = size;
        batchCount = count;
        return this;
    }

    public GenerationParametersBuilder sampledBy(SamplerParams params) {
        sampling = params;
        return this;
    }

    public GenerationParameters build() {
        return new GenerationParameters(
                prompt,
                negativePrompt,
                checkpoint,
                vae,
                loras,
                clipSkip,
                new Source.EmptyLatent(width, height),
                batchSize,
                batchCount,
                sampling);
    }
}
