package org.genonaut.generation.pace;

import org.genonaut.catalog.ModelFamily;

/** How long a good graphics card takes, for models of which nothing was measured anywhere. */
final class FamilyGuess {

    private static final double SECONDS_PER_STEP_AND_MEGAPIXEL = 0.18;
    private static final double FIXED = 0.5;
    private static final double SPREAD = 0.6;

    private FamilyGuess() {}

    static Speed speed(ModelFamily family) {
        return new Speed(FIXED, SECONDS_PER_STEP_AND_MEGAPIXEL * factor(family), SPREAD, Speed.Source.GUESSED);
    }

    /** Seconds to bring it into the card's memory. */
    static double load(ModelFamily family) {
        return switch (family) {
            case SD15 -> 3;
            case SDXL, OTHER -> 6;
            case SD3 -> 9;
            case FLUX -> 15;
        };
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
