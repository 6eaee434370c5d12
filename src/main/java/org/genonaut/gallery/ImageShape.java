package org.genonaut.gallery;

import org.genonaut.generation.ImageId;

/**
 * As much of an image as its place in the gallery needs.
 *
 * @param width pixels
 * @param height pixels
 */
public record ImageShape(ImageId id, int width, int height) {

    public ImageShape {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture of " + width + " by " + height + " has no shape");
        }
    }

    /** Width by height. */
    public double ratio() {
        return (double) width / height;
    }
}
