package org.genonaut.gallery.ui;

/**
 * The space that a line of tiles has. The numbers are those of {@code gallery.css}, which draws the lines.
 *
 * @param width pixels between the edges
 * @param height pixels of the tiles in a line
 * @param gap pixels between two tiles
 */
record Room(int width, int height, int gap) {

    /** The title of a day takes this much from the height of the day's first line, so that all lines stay equal. */
    static final int TITLE_HEIGHT = 34;

    /** What a window is taken for until it has said how wide it is. */
    private static final int USUAL_WINDOW = 1440;

    /** Tiles stretch and shrink a little, so a few pixels more or less need no other lines. */
    private static final int STEP = 24;

    Room {
        if (width < 1 || height <= TITLE_HEIGHT || gap < 0) {
            throw new IllegalArgumentException("No tile fits into a line of " + width + " by " + height);
        }
    }

    /** @param window pixels; when it is not known yet, 0 or less */
    static Room in(int window) {
        int known = window > 0 ? Math.max(window, 240) : USUAL_WINDOW;
        if (known >= 1800) {
            return new Room(stepped(known - 48), 216, 6);
        } else if (known >= 800) {
            return new Room(stepped(known - 48), 176, 6);
        }
        return new Room(stepped(known - 6), 128, 3);
    }

    private static int stepped(int width) {
        return width / STEP * STEP;
    }

    /** How wide so many tiles of a line may be together, as a multiple of their height. */
    double capacity(int tiles, boolean titled) {
        return (width - gap * (double) (tiles - 1)) / (titled ? height - TITLE_HEIGHT : height);
    }

    /** How many tiles of one shape a line takes, where shapes are not looked at. */
    int uniformTiles() {
        return Math.max(2, (int) Math.round(capacity(1, false) / 1.25));
    }
}
