package org.genonaut.generation.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that determines the images, in ComfyUI's own terms and ranges.
 *
 * @param checkpointModel the catalog's name
 * @param vae the catalog's name of the one that decodes; null for the checkpoint's own
 * @param clipSkip at which layer from the end the text encoder stops, 1 to 24; 1 is the last, as if nothing was said
 * @param source what the sampler begins with
 * @param batchSize images of one prompt, 1 to 4096
 * @param batchCount how many prompts, each with the next seed
 */
public record GenerationParameters(
        String prompt,
        String negativePrompt,
        String checkpointModel,
        @Nullable String vae,
        List<LoraWeight> loraModels,
        int clipSkip,
        Source source,
        int batchSize,
        int batchCount,
        SamplerParams samplerParams) {

    public static final int NO_CLIP_SKIP = 1;
    public static final int MAX_CLIP_SKIP = 24;

    public GenerationParameters {
        loraModels = List.copyOf(loraModels);
        require(!checkpointModel.isBlank(), "A checkpoint is named");
        require(vae == null || !vae.isBlank(), "A VAE has a name");
        require(clipSkip >= NO_CLIP_SKIP && clipSkip <= MAX_CLIP_SKIP, "Clip skip is 1 to 24");
        require(batchSize >= 1 && batchSize <= 4096, "Batch size is 1 to 4096");
        require(batchCount >= 1 && batchCount <= 10_000, "Batch count is 1 to 10000");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** Pixels of each image. */
    public int width() {
        return source.width();
    }

    /** Pixels of each image. */
    public int height() {
        return source.height();
    }

    public int images() {
        return batchSize * batchCount;
    }

    public double megapixels() {
        return width() * (double) height() / 1_000_000;
    }

    /** What one of its prompts is to the sampler: steps × megapixels × batch size. */
    public double work() {
        return samplerParams().steps() * megapixels() * batchSize();
    }

    /** The same recipe with another seed. */
    public GenerationParameters withSeed(Seed seed) {
        return with(batchCount, seed);
    }

    /** What makes one of its prompts again, the one that had this seed. */
    public GenerationParameters ofOnePrompt(Seed seed) {
        return with(1, seed);
    }

    private GenerationParameters with(int count, Seed seed) {
        return new GenerationParameters(
                prompt,
                negativePrompt,
                checkpointModel,
                vae,
                loraModels,
                clipSkip,
                source,
                batchSize,
                count,
                samplerParams.withSeed(seed));
    }
}
