package org.genonaut.generation.recipe;

import org.jspecify.annotations.Nullable;

/**
 * KSampler's settings, within ComfyUI's own ranges.
 *
 * @param steps 1 to 10000
 * @param cfg 0 to 100
 * @param samplerName one of KSampler's samplers, such as {@code euler}
 * @param scheduler one of KSampler's schedulers, such as {@code normal}
 * @param denoise 0 to 1
 * @param guidance 0 to 100, how closely a Flux model follows the text; null where it is not told
 */
public record SamplerParams(
        Seed seed,
        int steps,
        double cfg,
        String samplerName,
        String scheduler,
        double denoise,
        @Nullable Double guidance) {

    public static final double MAX_GUIDANCE = 100;

    public SamplerParams {
        require(steps >= 1 && steps <= 10_000, "Steps are 1 to 10000");
        require(cfg >= 0 && cfg <= 100, "CFG is 0 to 100");
        require(denoise >= 0 && denoise <= 1, "Denoise is 0 to 1");
        require(guidance == null || (guidance >= 0 && guidance <= MAX_GUIDANCE), "Guidance is 0 to 100");
        require(!samplerName.isBlank() && !scheduler.isBlank(), "A sampler and a scheduler are named");
    }

    /** Without guidance, as most families are sampled. */
    public SamplerParams(Seed seed, int steps, double cfg, String samplerName, String scheduler, double denoise) {
        this(seed, steps, cfg, samplerName, scheduler, denoise, null);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    SamplerParams withSeed(Seed other) {
        return new SamplerParams(other, steps, cfg, samplerName, scheduler, denoise, guidance);
    }
}
