package org.genonaut.generation.ui;

import java.util.Arrays;
import java.util.Optional;
import org.genonaut.catalog.ModelFamily;
import org.jspecify.annotations.Nullable;

/** A ratio of width to height, and the size of that ratio that suits a family of models. */
enum Shape {
    TALL(9, 16),
    PORTRAIT(2, 3),
    SQUARE(1, 1),
    LANDSCAPE(3, 2),
    WIDE(16, 9);

    /** Sizes that models were trained on are multiples of it. */
    private static final int GRID = 64;

    private final int across;
    private final int down;

    Shape(int across, int down) {
        this.across = across;
        this.down = down;
    }

    /** Pixels. */
    record Size(int width, int height) {}

    /** "3:2" */
    String label() {
        return across + ":" + down;
    }

    int across() {
        return across;
    }

    int down() {
        return down;
    }

    /** As near to the area that the family was trained on as it gets without going beyond. */
    Size sizeFor(ModelFamily family) {
        var stretch = Math.sqrt((double) across / down);
        return new Size(onGrid(family.side() * stretch), onGrid(family.side() / stretch));
    }

    private static int onGrid(double pixels) {
        return (int) (Math.round(pixels) / GRID) * GRID;
    }

    static Optional<Shape> of(@Nullable Integer width, @Nullable Integer height, ModelFamily family) {
        if (width == null || height == null) {
            return Optional.empty();
        }
        var size = new Size(width, height);
        return Arrays.stream(values())
                .filter(shape -> shape.sizeFor(family).equals(size))
                .findFirst();
    }
}
