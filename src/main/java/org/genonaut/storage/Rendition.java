package org.genonaut.storage;

import java.util.Optional;

/** The forms in which an image is served. */
public enum Rendition {
    /** Byte for byte what ComfyUI made. */
    ORIGINAL("original", Integer.MAX_VALUE, 1),
    /** For the viewer: the longest side at most 2048. */
    VIEW("view", 2048, 0.9f),
    W512("512", 512, 0.8f),
    W256("256", 256, 0.8f);

    private final String word;
    private final int longestSide;
    private final float quality;

    Rendition(String word, int longestSide, float quality) {
        this.word = word;
        this.longestSide = longestSide;
        this.quality = quality;
    }

    /** How URLs call it: original, view, 512 or 256. */
    public String word() {
        return word;
    }

    /** What a URL's word means. */
    public static Optional<Rendition> of(String word) {
        for (Rendition rendition : values()) {
            if (rendition.word.equals(word)) {
                return Optional.of(rendition);
            }
        }
        return Optional.empty();
    }

    /** In pixels; smaller images keep their size. */
    int longestSide() {
        return longestSide;
    }

    /** WebP's quality, 0 to 1. */
    float quality() {
        return quality;
    }
}
