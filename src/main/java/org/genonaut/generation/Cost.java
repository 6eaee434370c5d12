package org.genonaut.generation;

import org.genonaut.catalog.ModelFamily;
import org.genonaut.generation.recipe.GenerationParameters;

/** About how many GPU seconds a job takes, before anything was measured. */
final class Cost {

    private static final double SECONDS_PER_STEP_AND_MEGAPIXEL = 0.18;

    private Cost() {}

    static double estimate(GenerationParameters parameters, ModelFamily family) {
        return SECONDS_PER_STEP_AND_MEGAPIXEL * factor(family) * parameters.work();
    }

    private static double factor(ModelFamily family) {
        return switch (family) {
            case SD15 -> 0.5;
            case SDXL, OTHER -> 1;
            case SD3 -> 1.5;
            case FLUX -> 2.5;
        };
    }
}
