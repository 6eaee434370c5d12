package org.genonaut.gallery.ui;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genonaut.gallery.ImageShape;

/**
 * Which images stand in which line. The newest are packed by their shapes, each day on lines of its own; beyond those
 * whose shapes are known, each line takes the same number. So every line is known without reading the images, and the
 * scroll bar tells the truth at any length.
 */
final class TileLines {

    /** So many of the newest images are packed by their shapes. */
    static final int PACKED = 10_000;

    private final Room room;
    private final int total;

    /** The place of the first image of each packed line, and at last the place after all of them. */
    private final int[] starts;

    /** By the line that it stands above. */
    private final Map<Integer, Day> days;

    /**
     * A day as its title tells it.
     *
     * @param images of this day; 0 when only some of them were packed, so that nobody counted
     */
    record Day(LocalDate date, int images) {}

    private TileLines(Room room, int total, int[] starts, Map<Integer, Day> days) {
        this.room = room;
        this.total = total;
        this.starts = starts;
        this.days = days;
    }

    /**
     * @param shapes of the newest images
     * @param total of all images
     * @param zone in which days begin and end
     */
    static TileLines pack(List<ImageShape> shapes, int total, Room room, ZoneId zone) {
        var starts = new ArrayList<Integer>();
        var days = new TreeMap<Integer, Day>();
        int place = 0;
        while (place < shapes.size()) {
            var date = date(shapes.get(place), zone);
            int end = place + 1;
            while (end < shapes.size() && date(shapes.get(end), zone).equals(date)) {
                end++;
            }
            boolean whole = end < shapes.size() || end == total;
            days.put(starts.size(), new Day(date, whole ? end - place : 0));
            packDay(shapes.subList(place, end), place, room, starts);
            place = end;
        }
        starts.add(place);
        return new TileLines(
                room, total, starts.stream().mapToInt(Integer::intValue).toArray(), days);
    }

    private static LocalDate date(ImageShape shape, ZoneId zone) {
        return LocalDate.ofInstant(shape.id().time(), zone);
    }

    private static void packDay(List<ImageShape> day, int first, Room room, List<Integer> starts) {
        int start = 0;
        while (start < day.size()) {
            starts.add(first + start);
            start += fitting(day.subList(start, day.size()), room, start == 0);
        }
    }

    /** A line ends where it comes closest to being full, be it a little more or a little less. */
    private static int fitting(List<ImageShape> shapes, Room room, boolean titled) {
        double width = 0;
        for (int tiles = 1; tiles <= shapes.size(); tiles++) {
            double wider = width + shapes.get(tiles - 1).ratio();
            double over = wider - room.capacity(tiles, titled);
            if (over >= 0) {
                double under = room.capacity(Math.max(1, tiles - 1), titled) - width;
                return tiles == 1 || over < under ? tiles : tiles - 1;
            }
            width = wider;
        }
        return shapes.size();
    }

    int count() {
        return packedLines() + (total - packed() + room.uniformTiles() - 1) / room.uniformTiles();
    }

    /** The place of a line's first image; for the line after the last one the place after all images. */
    int start(int line) {
        return line <= packedLines()
                ? starts[line]
                : Math.min(total, packed() + (line - packedLines()) * room.uniformTiles());
    }

    /** The line in which the image of this place stands. */
    int lineOf(int place) {
        if (place >= packed()) {
            int last = Math.max(0, count() - 1);
            return Math.min(last, packedLines() + (place - packed()) / room.uniformTiles());
        }
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }

    /** The day that begins with this line. */
    Optional<Day> day(int line) {
        return Optional.ofNullable(days.get(line));
    }

    /** Whether the lines without days begin here. */
    boolean beginsTheRest(int line) {
        return line == packedLines() && packed() < total;
    }

    boolean isUniform(int line) {
        return line >= packedLines();
    }

    private int packedLines() {
        return starts.length - 1;
    }

    private int packed() {
        return starts[starts.length - 1];
    }
}
