package org.genonaut.gallery.ui;

import java.util.List;

/**
 * One line of tiles as the browser draws it.
 *
 * @param title above it; empty when it goes on with what the line before began
 * @param count beside the title
 * @param filler what is left of the line, as a multiple of its height; 0 when the tiles take all of it
 */
record Line(String title, String count, List<Tile> tiles, double filler) {

    /**
     * @param id of the image
     * @param ratio width by height
     * @param prompt its beginning
     */
    record Tile(String id, double ratio, String prompt) {}

    Line {
        tiles = List.copyOf(tiles);
    }
}
