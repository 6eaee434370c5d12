package org.genonaut.generation.pace;

/** Pixels of the pictures of one prompt, and how many. */
public record PictureSize(int width, int height, int batch) {

    /** Of all pictures together. */
    public long pixels() {
        return (long) width * height * batch;
    }
}
