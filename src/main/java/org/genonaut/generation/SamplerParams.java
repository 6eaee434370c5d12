package org.genonaut.generation;

/**
 * KSampler's settings, within ComfyUI's own ranges.
 *
 * @param steps 1 to 10000
 * @param cfg 0 to 100
 * @param samplerName one of KSampler's samplers, such as {@code euler}
 * @param scheduler one of KSampler's schedulers, such as {@code normal}
 * @param denoise 0 to 1
 */
public record SamplerParams(Seed seed, int steps, double cfg, String samplerName, String scheduler, double denoise) {

    public SamplerParams {
        require(steps >= 1 && steps <= 10_000, "Steps are 1 to 10000");
        require(cfg >= 0 && cfg <= 100, "CFG is 0 to 100");
        require(denoise >= 0 && denoise <= 1, "Denoise is 0 to 1");
        require(!samplerName.isBlank() && !scheduler.isBlank(), "A sampler and a scheduler are named");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    SamplerParams withSeed(Seed other) {
        return new SamplerParams(other, steps, cfg, samplerName, scheduler, denoise);
    }
}
