package org.genonaut.generation;

import java.util.List;

/**
 * Everything that determines the images, in ComfyUI's own terms and ranges.
 *
 * @param checkpointModel the catalog's name
 * @param width pixels, 16 to 16384
 * @param height pixels, 16 to 16384
 * @param batchSize images of one prompt, 1 to 4096
 * @param batchCount how many prompts, each with the next seed
 */
public record GenerationParameters(
        String prompt,
        String negativePrompt,
        String checkpointModel,
        List<LoraWeight> loraModels,
        int width,
        int height,
        int batchSize,
        int batchCount,
        SamplerParams samplerParams) {

    public GenerationParameters {
        loraModels = List.copyOf(loraModels);
        require(!checkpointModel.isBlank(), "A checkpoint is named");
        require(isSide(width) && isSide(height), "Width and height are 16 to 16384 pixels");
        require(batchSize >= 1 && batchSize <= 4096, "Batch size is 1 to 4096");
        require(batchCount >= 1 && batchCount <= 10_000, "Batch count is 1 to 10000");
    }

    private static boolean isSide(int pixels) {
        return pixels >= 16 && pixels <= 16_384;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    public int images() {
        return batchSize * batchCount;
    }

    public double megapixels() {
        return width * (double) height / 1_000_000;
    }

    /** The same recipe with another seed. */
    public GenerationParameters withSeed(Seed seed) {
        return new GenerationParameters(
                prompt,
                negativePrompt,
                checkpointModel,
                loraModels,
                width,
                height,
                batchSize,
                batchCount,
                samplerParams.withSeed(seed));
    }
}
