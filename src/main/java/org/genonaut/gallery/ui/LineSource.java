package org.genonaut.gallery.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genonaut.gallery.GalleryImage;
import org.genonaut.gallery.GalleryWindow;
import org.genonaut.ui.Formats;

/** Reads lines of tiles: however many are asked for, their images come with one query. */
final class LineSource {

    /** A line that is at least this full is stretched to the edge; an emptier one keeps its shapes and ends earlier. */
    private static final double FULL = 0.8;

    private final GalleryWindow window;
    private final TileLines lines;
    private final Room room;
    private final Formats formats;

    LineSource(GalleryWindow window, Room room, Formats formats) {
        this.window = window;
        this.room = room;
        this.formats = formats;
        this.lines = TileLines.pack(window.shapes(TileLines.PACKED), window.size(), room, formats.zone());
    }

    TileLines lines() {
        return lines;
    }

    Stream<Line> fetch(int offset, int limit) {
        int end = Math.min(offset + limit, lines.count());
        if (offset >= end) {
            return Stream.of();
        }
        int first = lines.start(offset);
        var images = window.page(first, lines.start(end) - first);
        return IntStream.range(offset, end).mapToObj(line -> line(line, part(images, first, line)));
    }

    /** An image that went to the trash meanwhile leaves the last lines shorter until the list is shown anew. */
    private List<GalleryImage> part(List<GalleryImage> images, int first, int line) {
        int from = Math.min(images.size(), lines.start(line) - first);
        int to = Math.min(images.size(), lines.start(line + 1) - first);
        return images.subList(from, to);
    }

    private Line line(int line, List<GalleryImage> images) {
        var title = title(line);
        double capacity = room.capacity(images.size(), !title.isEmpty());
        double uniform = lines.isUniform(line) ? capacity / room.uniformTiles() : 0;
        var tiles = images.stream().map(image -> tile(image, uniform)).toList();
        double rest = capacity - tiles.stream().mapToDouble(Line.Tile::ratio).sum();
        return new Line(title, count(line), tiles, rest > capacity * (1 - FULL) ? rest : 0);
    }

    private static Line.Tile tile(GalleryImage image, double uniform) {
        return new Line.Tile(
                image.id().toString(), uniform > 0 ? uniform : image.shape().ratio(), image.prompt());
    }

    private String title(int line) {
        return lines.beginsTheRest(line)
                ? translate("gallery.older")
                : lines.day(line).map(day -> formats.day(day.date())).orElse("");
    }

    private String count(int line) {
        return lines.day(line)
                .filter(day -> day.images() > 0)
                .map(day -> translate("gallery.images", day.images()))
                .orElse("");
    }

    private String translate(String key, Object... arguments) {
        return I18NProvider.translate(formats.locale(), key, arguments);
    }
}
