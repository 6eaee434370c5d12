package org.genonaut.catalog;

import java.util.Locale;

/** Models of one family work together; a LoRA of another is silently ignored by ComfyUI. */
public enum ModelFamily {
    SD15("SD 1.5", 512, UsualSampling.of(20, 7.0, "normal", null)),
    SDXL("SDXL", 1024, UsualSampling.of(28, 6.0, "normal", null)),
    FLUX("Flux", 1024, UsualSampling.of(20, 1.0, "simple", 3.5)),
    SD3("SD 3.5", 1024, UsualSampling.of(28, 4.5, "sgm_uniform", null)),
    OTHER("Other", 1024, UsualSampling.of(25, 6.0, "normal", null));

    private final String label;
    private final int side;
    private final UsualSampling usual;

    ModelFamily(String label, int side, UsualSampling usual) {
        this.label = label;
        this.side = side;
        this.usual = usual;
    }

    /** As people write it. */
    public String label() {
        return label;
    }

    /** Pixels of the square that it was trained on. */
    public int side() {
        return side;
    }

    /** What is usual for most checkpoints of it. */
    public UsualSampling usual() {
        return usual;
    }

    /** Flux models know only what shall be in the picture. */
    public boolean takesNegativePrompt() {
        return this != FLUX;
    }

    /** Whether its text encoder can be changed, by a clip skip or by LoRAs. */
    public boolean hasOpenTextEncoder() {
        return this != FLUX;
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
