package org.genonaut.generation.recipe;

/**
 * A LoRA and how strongly it is applied to the model and to the text encoder.
 *
 * @param name the catalog's name
 * @param strengthModel −100 to 100, usually −2 to 2
 * @param strengthClip −100 to 100, usually the same
 */
public record LoraWeight(String name, double strengthModel, double strengthClip) {

    public static final double MAX_STRENGTH = 100;

    public LoraWeight {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A LoRA has a name");
        }
        requireStrength(strengthModel);
        requireStrength(strengthClip);
    }

    private static void requireStrength(double strength) {
        if (!(Math.abs(strength) <= MAX_STRENGTH)) {
            throw new IllegalArgumentException("A strength is −100 to 100, not " + strength);
        }
    }
}
