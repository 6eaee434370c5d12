package org.genonaut.simulator.models;

/** Which architecture a model belongs to; a LoRA of another family is silently without effect. */
public enum Family {
    SD15(0.5, 2),
    SDXL(1, 3),
    SD3(1.5, 4),
    FLUX(2, 4),
    QWEN(3, 6),
    Z_IMAGE(1, 3);

    private final double cost;
    private final int loadSeconds;

    Family(double cost, int loadSeconds) {
        this.cost = cost;
        this.loadSeconds = loadSeconds;
    }

    /** How long a sampling step takes, relative to SDXL at the same size. */
    public double cost() {
        return cost;
    }

    /** How long a checkpoint of this family takes to load, in seconds at normal speed. */
    public int loadSeconds() {
        return loadSeconds;
    }
}
