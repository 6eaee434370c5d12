package org.genonaut.simulator.drawing.scene;

/**
 * A LoRA that flavours a picture.
 *
 * @param name the file's name as the workflow gives it, with or without a folder
 * @param strength how much, usually −2 to 2; any finite number
 */
public record LoraStrength(String name, double strength) {

    public LoraStrength {
        if (!Double.isFinite(strength)) {
            throw new IllegalArgumentException("A LoRA's strength is a finite number, not " + strength);
        }
    }
}
