package org.genonaut.gallery;

import org.genonaut.generation.ImageId;

/**
 * One image as the gallery shows it.
 *
 * @param prompt its first {@value #PROMPT_LENGTH} characters
 */
public record GalleryImage(ImageShape shape, String prompt) {

    static final int PROMPT_LENGTH = 300;

    public ImageId id() {
        return shape.id();
    }
}
