package org.genonaut.gallery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.genonaut.gallery.ImageShape;
import org.genonaut.generation.ImageId;
import org.junit.jupiter.api.Test;

class TileLinesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Room ROOM = new Room(1200, 176, 6);

    @Test
    void putsEveryImageOnExactlyOneLineInOrder() {
        var shapes = IntStream.range(0, 500)
                .mapToObj(place -> shape(NOON.minusSeconds(3600L * place), 512 + place % 7 * 200, 832))
                .toList();

        var lines = pack(shapes, 500);

        assertThat(lines.start(0)).isZero();
        assertThat(lines.start(lines.count())).isEqualTo(500);
        for (int line = 0; line < lines.count(); line++) {
            assertThat(lines.start(line + 1)).isGreaterThan(lines.start(line));
            for (int place = lines.start(line); place < lines.start(line + 1); place++) {
                assertThat(lines.lineOf(place)).isEqualTo(line);
            }
        }
    }

    @Test
    void fillsLinesAsCloselyAsShapesAllow() {
        var squares = IntStream.range(0, 60)
                .mapToObj(place -> shape(NOON, 1024, 1024))
                .toList();

        var lines = pack(squares, 60);

        // 176 high they fit 6.6 times; the first line gives some of its height to the title of the day.
        assertThat(lines.start(1)).isEqualTo(8);
        assertThat(lines.start(2) - lines.start(1)).isIn(6, 7);
    }

    @Test
    void beginsEachDayOnANewLineAndCountsIt() {
        var lines = pack(
                List.of(shape(NOON, 512, 512), shape(NOON.minusSeconds(60), 512, 512), shape(daysAgo(1), 512, 512)), 3);

        assertThat(lines.count()).isEqualTo(2);
        assertThat(lines.day(0)).contains(new TileLines.Day(LocalDate.parse("2026-11-22"), 2));
        assertThat(lines.day(1)).contains(new TileLines.Day(LocalDate.parse("2026-11-21"), 1));
    }

    @Test
    void takesTheViewersZoneForDays() {
        var shapes = List.of(shape(Instant.parse("2026-11-22T23:30:00Z"), 512, 512), shape(NOON, 512, 512));

        var lines = TileLines.pack(shapes, 2, ROOM, ZoneId.of("Europe/Berlin"));

        assertThat(lines.day(0).orElseThrow().date()).isEqualTo(LocalDate.parse("2026-11-23"));
        assertThat(lines.count()).isEqualTo(2);
    }

    @Test
    void givesAVeryWideImageALineOfItsOwn() {
        var lines = pack(List.of(shape(NOON, 512, 512), shape(NOON, 16_384, 512), shape(NOON, 512, 512)), 3);

        assertThat(lines.start(1)).isEqualTo(1);
        assertThat(lines.start(2)).isEqualTo(2);
    }

    @Test
    void takesEquallyManyPerLineBeyondTheKnownShapes() {
        var known =
                IntStream.range(0, 10).mapToObj(place -> shape(NOON, 512, 512)).toList();

        var lines = pack(known, 1_000_000);

        int packed = lines.lineOf(10);
        int perLine = ROOM.uniformTiles();
        assertThat(lines.day(0).orElseThrow().images()).isZero();
        assertThat(lines.beginsTheRest(packed)).isTrue();
        assertThat(lines.start(packed)).isEqualTo(10);
        assertThat(lines.start(packed + 1000)).isEqualTo(10 + 1000 * perLine);
        assertThat(lines.lineOf(10 + 1000 * perLine)).isEqualTo(packed + 1000);
        assertThat(lines.start(lines.count())).isEqualTo(1_000_000);
        assertThat(lines.lineOf(2_000_000)).isEqualTo(lines.count() - 1);
    }

    @Test
    void hasNoLinesWithoutImages() {
        assertThat(pack(List.of(), 0).count()).isZero();
        assertThat(pack(List.of(), 0).lineOf(0)).isZero();
    }

    @Test
    void knowsTheRoomOfEachKindOfWindow() {
        assertThat(Room.in(2560).height()).isEqualTo(216);
        assertThat(Room.in(1440)).isEqualTo(Room.in(0)).isEqualTo(Room.in(1445));
        assertThat(Room.in(390)).isEqualTo(new Room(384, 128, 3));
        assertThat(Room.in(360).uniformTiles()).isEqualTo(2);
    }

    private static TileLines pack(List<ImageShape> shapes, int total) {
        return TileLines.pack(shapes, total, ROOM, ZoneOffset.UTC);
    }

    private static Instant daysAgo(int days) {
        return NOON.minusSeconds(86_400L * days);
    }

    private static ImageShape shape(Instant at, int width, int height) {
        return new ImageShape(new ImageId(new UUID(at.toEpochMilli() << 16 | 0x7000, 1)), width, height);
    }
}
