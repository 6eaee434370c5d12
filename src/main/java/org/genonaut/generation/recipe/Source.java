package org.genonaut.generation.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the sampler begins with; it decides how large the images become. Recipes store it with its kind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = Source.EmptyLatent.class, name = "empty_latent"))
public sealed interface Source {

    /** Pixels of each image. */
    int width();

    /** Pixels of each image. */
    int height();

    /**
     * Nothing but noise.
     *
     * @param width pixels, 16 to 16384
     * @param height pixels, 16 to 16384
     */
    record EmptyLatent(int width, int height) implements Source {

        public static final int MIN_SIDE = 16;
        public static final int MAX_SIDE = 16_384;

        public EmptyLatent {
            if (!isSide(width) || !isSide(height)) {
                throw new IllegalArgumentException("Width and height are 16 to 16384 pixels");
            }
        }

        private static boolean isSide(int pixels) {
            return pixels >= MIN_SIDE && pixels <= MAX_SIDE;
        }
    }
}
