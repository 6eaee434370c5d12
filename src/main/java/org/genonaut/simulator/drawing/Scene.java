package org.genonaut.simulator.drawing;

import java.math.BigInteger;
import java.util.List;

/** Everything a picture depends on; width and height in pixels. */
public record Scene(
        String prompt,
        String negativePrompt,
        BigInteger seed,
        int width,
        int height,
        String checkpoint,
        List<LoraStrength> loras) {
    public Scene {
        loras = List.copyOf(loras);
    }
}
