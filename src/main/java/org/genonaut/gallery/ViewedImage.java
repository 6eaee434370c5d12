package org.genonaut.gallery;

import java.time.Duration;
import org.genonaut.generation.GeneratedImage;
import org.genonaut.generation.Generation;
import org.genonaut.generation.ImageId;
import org.genonaut.generation.recipe.GenerationParameters;
import org.jspecify.annotations.Nullable;

/**
 * One image with everything that is known about its making.
 *
 * @param backend name of the backend that made it
 * @param took from handing its prompt to the backend until that had ended
 */
public record ViewedImage(
        GeneratedImage image,
        Generation generation,
        @Nullable String backend,
        @Nullable Duration took) {

    public ImageId id() {
        return image.id();
    }

    /** What makes the prompt again that this image came from: one, with the seed that it had. */
    public GenerationParameters recipe() {
        return generation.parameters().ofOnePrompt(image.seed());
    }
}
