package org.genonaut.catalog;

import org.jspecify.annotations.Nullable;

/**
 * How pictures of a checkpoint are usually sampled, for whoever says nothing else.
 *
 * @param guidance how closely a Flux model follows the text; null for models that take no guidance
 */
public record UsualSampling(
        int steps,
        double cfg,
        String samplerName,
        String scheduler,
        @Nullable Double guidance) {

    /** Schnell models were taught to need few steps and no guidance. */
    static final UsualSampling OF_SCHNELL = of(4, 1.0, "simple", null);

    static UsualSampling of(int steps, double cfg, String scheduler, @Nullable Double guidance) {
        return new UsualSampling(steps, cfg, "euler", scheduler, guidance);
    }

    public boolean takesGuidance() {
        return guidance != null;
    }
}
