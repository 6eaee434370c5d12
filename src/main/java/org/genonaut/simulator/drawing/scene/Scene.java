package org.genonaut.simulator.drawing.scene;

import java.math.BigInteger;
import java.util.List;

/**
 * What decides a picture, all of it: equal scenes give equal pixels.
 *
 * @param seed any whole number; ComfyUI's are unsigned 64-bit
 * @param width in pixels, 16 to 16384
 * @param height in pixels, 16 to 16384
 * @param checkpoint the file's name as the workflow gives it
 */
public record Scene(
        String prompt,
        String negativePrompt,
        BigInteger seed,
        int width,
        int height,
        String checkpoint,
        List<LoraStrength> loras) {

    public Scene {
        requireSide(width);
        requireSide(height);
        loras = List.copyOf(loras);
    }

    private static void requireSide(int pixels) {
        if (pixels < 16 || pixels > 16384) {
            throw new IllegalArgumentException("A side has 16 to 16384 pixels, not " + pixels);
        }
    }
}
