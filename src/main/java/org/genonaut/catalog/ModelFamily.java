package org.genonaut.catalog;

import java.util.Locale;

/** Models of one family work together; a LoRA of another is silently ignored by ComfyUI. */
public enum ModelFamily {
    SD15("SD 1.5", 512, 20, 7.0, "normal"),
    SDXL("SDXL", 1024, 28, 6.0, "normal"),
    FLUX("Flux", 1024, 20, 1.0, "simple"),
    SD3("SD 3.5", 1024, 28, 4.5, "sgm_uniform"),
    OTHER("Other", 1024, 25, 6.0, "normal");

    private final String label;
    private final int side;
    private final int steps;
    private final double cfg;
    private final String scheduler;

    ModelFamily(String label, int side, int steps, double cfg, String scheduler) {
        this.label = label;
        this.side = side;
        this.steps = steps;
        this.cfg = cfg;
        this.scheduler = scheduler;
    }

    /** As people write it. */
    public String label() {
        return label;
    }

    /** Pixels of the square that it was trained on. */
    public int side() {
        return side;
    }

    public int steps() {
        return steps;
    }

    public double cfg() {
        return cfg;
    }

    public String samplerName() {
        return "euler";
    }

    public String scheduler() {
        return scheduler;
    }

    /** As columns and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether models of both may be used together; of an unknown family nothing is known, so nothing is refused. */
    public boolean fits(ModelFamily other) {
        return this == other || this == OTHER || other == OTHER;
    }
}
