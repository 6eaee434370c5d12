package org.genonaut.simulator.drawing.figure;

import java.awt.geom.Line2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.scene.Sketch;

/** A person down to the shoulders, in the flat colours of a poster. */
final class Portrait {

    private final Sketch sketch;
    private final Canvas canvas;
    private final Ink skin;
    private final Ink hair;
    private final Ink cloth;
    private final boolean man;
    private final boolean hat;
    private final boolean drawnEyes;

    private Portrait(Sketch sketch) {
        this.sketch = sketch;
        canvas = sketch.canvas();
        var dice = sketch.dice("portrait");
        var words = sketch.words();
        var palette = sketch.palette();
        skin = dice.oneOf(Ink.of(0xF0C3A2), Ink.of(0xD69B73), Ink.of(0xA86B4A), Ink.of(0x7A4A34), Ink.of(0xE8B08C));
        Ink natural =
                dice.oneOf(Ink.of(0x2A1E2B), Ink.of(0x4A2A20), Ink.of(0x1F2B3A), Ink.of(0x8A4A2A), Ink.of(0x6B3B55));
        hair = hairColour(sketch, natural);
        cloth = palette.second().mix(Ink.of(0x2C6670), 0.55);
        man = words.has("man", "boy", "1boy", "king", "prince", "male", "gentleman")
                && !words.has("woman", "girl", "1girl");
        hat = words.has("hat", "straw hat") || dice.chance(0.35) && !words.has("herb", "anime");
        drawnEyes = sketch.style().billows() || words.has("anime", "eye");
    }

    /** A character LoRA brings hair of its own. */
    private static Ink hairColour(Sketch sketch, Ink natural) {
        var words = sketch.words();
        if (words.has("blonde", "blond")) {
            return Ink.of(0xDDB368);
        }
        if (words.has("redhead", "red hair", "ginger")) {
            return Ink.of(0xA9482A);
        }
        return sketch.treatment().hair().map(own -> natural.mix(own, 0.75)).orElse(natural);
    }

    static void draw(Sketch sketch, Stage stage) {
        var portrait = new Portrait(sketch);
        boolean seated = stage.size() < 0.8;
        double size = seated ? stage.size() : Math.min(stage.size(), sketch.height() * 0.96);
        portrait.canvas.around(stage.x(), stage.y(), size, portrait::person);
        if (seated) {
            Desk.draw(sketch, stage);
        }
    }

    private void person() {
        if (!man) {
            canvas.drawn(
                    "M -19 -66 C -28 -44 -26 -20 -30 -8 Q 0 0 30 -8 C 26 -20 28 -44 19 -66 C 17 -90 -17 -90 -19 -66 Z",
                    0,
                    0,
                    100,
                    Canvas.down(-85, -8, hair.color(), hair.darker(0.25).color()));
        }
        shoulders();
        canvas.drawn(
                "M -7 -42 L -7 -26 Q 0 -15 7 -26 L 7 -42 Z",
                0,
                0,
                100,
                skin.darker(0.16).color());
        face();
        fringe();
        if (hat) {
            hat();
        }
    }

    private void shoulders() {
        var body = man
                ? Drawn.path("M -50 4 C -49 -16 -34 -22 -9 -27 Q 0 -19 9 -27 C 34 -22 49 -16 50 4 Z")
                : Drawn.path("M -44 4 C -43 -15 -30 -20 -10 -25 Q 0 -11 10 -25 C 30 -20 43 -15 44 4 Z");
        canvas.fill(
                body,
                Canvas.linear(
                        -40,
                        -25,
                        40,
                        4,
                        cloth.lighter(0.16).color(),
                        cloth.color(),
                        cloth.darker(0.3).color()));
        if (man) {
            canvas.polygon(Ink.of(0xF3EDE2).color(), -9, -27, 0, -17, 9, -27, 5, -30, -5, -30);
            canvas.polygon(cloth.darker(0.35).color(), -9, -27, 0, -17, -6, -8, -14, -24);
            canvas.polygon(cloth.darker(0.45).color(), 9, -27, 0, -17, 6, -8, 14, -24);
        } else {
            canvas.stroke(
                    Drawn.path("M -10 -25 Q 0 -11 10 -25"),
                    1.1,
                    cloth.lighter(0.35).color());
        }
    }

    private void face() {
        var shape = Drawn.path(
                "M -14.5 -60 C -15.5 -45 -9 -33.5 0 -32.5 C 9 -33.5 15.5 -45 14.5 -60 C 13 -78 -13 -78 -14.5 -60 Z");
        Ink blush = Ink.of(0xD9695F);
        canvas.fill(shape, skin.color());
        canvas.inside(shape, () -> {
            canvas.drawn(
                    "M 3 -80 L 20 -80 L 20 -28 L -2 -28 Q 6 -34 4 -44 Q 8 -46 4 -50 Q 1 -58 3 -80 Z",
                    0,
                    0,
                    100,
                    skin.darker(0.12).color(0.9));
            canvas.oval(-8.6, -46.5, 4, 2.6, blush.color(0.3));
            canvas.oval(9, -46.5, 3.6, 2.6, blush.color(0.34));
        });
        Ink line = skin.mix(Ink.of(0x2A1518), 0.72);
        eyes(line);
        canvas.stroke(Drawn.path("M 1 -54 Q 3.6 -48 2.6 -46.6 Q 1 -45.6 -0.6 -46.2"), 0.75, line.color(0.65));
        Ink lip = sketch.palette().accent().mix(Ink.of(0xB24A4A), 0.75).mix(skin, man ? 0.5 : 0.1);
        canvas.fill(
                Drawn.path("M -4.6 -40.6 Q -1.4 -42 0 -41.2 Q 1.4 -42 4.6 -40.6 Q 0 -36.8 -4.6 -40.6 Z"), lip.color());
        canvas.stroke(
                Drawn.path("M -5.2 -40.9 Q 0 -38.8 5.2 -40.9"),
                0.45,
                lip.darker(0.4).color());
    }

    private void eyes(Ink line) {
        for (int side = -1; side <= 1; side += 2) {
            double x = side * 6.6;
            canvas.stroke(
                    Drawn.path("M -3.4 0 Q 0 -2.2 3.4 -0.3", x, -58.6, 100),
                    man ? 1.2 : 0.8,
                    hair.mix(line, 0.4).color());
            if (drawnEyes) {
                canvas.oval(x, -52.4, 3, 3.2, Ink.of(0xFBF7F2).color());
                canvas.oval(
                        x,
                        -52.2,
                        2.2,
                        2.9,
                        sketch.palette()
                                .second()
                                .mix(Ink.of(0x24506A), 0.5)
                                .darker(0.15)
                                .color());
                canvas.oval(x, -52, 1.1, 1.7, Ink.of(0x14101A).color());
                canvas.disc(x - 0.8, -53.4, 0.75, Ink.WHITE.color());
                canvas.stroke(
                        Drawn.path("M -3.5 0.4 Q 0 -3.2 3.6 0.2", x, -54, 100),
                        1.1,
                        line.darker(0.4).color());
            } else {
                canvas.stroke(Drawn.path("M -3.4 -0.6 Q 0 2 3.4 -0.6", x, -52.6, 100), 1, line.color());
            }
        }
    }

    private void fringe() {
        Ink shine = hair.lighter(0.16);
        if (man) {
            canvas.drawn(
                    "M -16 -58 C -18 -82 -6 -86 4 -84 C 18 -83 18 -68 15.5 -57 L 13.5 -64 C 8 -66 2 -70 -2 -72 C -6 -68 -11 -66 -13.5 -64 Z",
                    0,
                    0,
                    100,
                    Canvas.across(-16, 16, shine.color(), hair.color()));
            return;
        }
        canvas.drawn(
                "M -16.5 -50 C -20 -82 -8 -87 1 -87 C 14 -87 20 -76 16.5 -50 C 15 -60 12 -68 3 -74 C -2 -67 -13 -64 -16.5 -50 Z",
                0,
                0,
                100,
                Canvas.across(
                        -17, 17, shine.color(), hair.color(), hair.darker(0.15).color()));
        canvas.stroke(
                Drawn.path("M -12 -70 Q -6 -80 3 -81"), 1, shine.lighter(0.25).color(0.6));
    }

    private void hat() {
        Ink felt = sketch.palette().accent();
        canvas.drawn(
                "M -18 -70 C -20 -98 -10 -100 0 -97 C 10 -100 20 -98 18 -70 Z",
                0,
                0,
                100,
                Canvas.across(
                        -18,
                        18,
                        felt.lighter(0.12).color(),
                        felt.color(),
                        felt.darker(0.2).color()));
        canvas.drawn(
                "M -18.3 -76 Q 0 -70 18.3 -76 L 18 -69 L -18 -69 Z",
                0,
                0,
                100,
                hair.darker(0.2).color());
        canvas.drawn(
                "M -40 -66 C -30 -78 30 -78 40 -66 C 26 -60 -26 -60 -40 -66 Z",
                0,
                0,
                100,
                Canvas.across(
                        -40,
                        40,
                        felt.lighter(0.16).color(),
                        felt.color(),
                        felt.darker(0.26).color()));
        canvas.stroke(
                new Line2D.Double(-12, -63.4, 12, -63.4), 0.5, felt.darker(0.5).color(0.4));
    }
}
