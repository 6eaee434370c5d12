package org.genonaut.simulator.drawing.figure;

import java.awt.geom.Line2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.scene.Sketch;

/** The desk before a seated person: mortar and herbs, or a book and a cup. */
final class Desk {

    private Desk() {}

    static void draw(Sketch sketch, Stage stage) {
        var canvas = sketch.canvas();
        Ink wood = sketch.style().of(Ink.of(0x8A5636)).mix(sketch.palette().near(), 0.08);
        double y = stage.y() - 0.015;
        double height = sketch.height();
        canvas.box(
                0,
                y,
                sketch.width(),
                0.05,
                Canvas.down(y, y + 0.05, wood.lighter(0.22).color(), wood.color()));
        canvas.box(
                0,
                y + 0.05,
                sketch.width(),
                height - y,
                Canvas.down(
                        y + 0.05,
                        height,
                        wood.darker(0.3).color(),
                        wood.darker(0.55).color()));
        var dice = sketch.dice("desk");
        double size = 0.34;
        double base = y + 0.03;
        if (sketch.words().has("herb", "mortar", "pestle", "apothecary", "potion", "medicine")) {
            mortar(sketch, stage.x() + 0.02, base, size);
            herbs(sketch, dice, stage.x() - 0.3, base);
            jars(sketch, dice, stage.x() + 0.24, base);
        } else {
            cup(sketch, stage.x() + 0.2, base);
            book(sketch, stage.x() - 0.2, base);
        }
    }

    private static void mortar(Sketch sketch, double x, double y, double size) {
        var canvas = sketch.canvas();
        Ink stone = Ink.of(0xB9B4AA).mix(sketch.palette().high(), 0.12);
        canvas.oval(x, y, size * 0.3, size * 0.035, Ink.BLACK.color(0.3));
        canvas.around(x, y, size, () -> {
            canvas.stroke(
                    new Line2D.Double(4, -38, 26, -78), 6, Ink.of(0xD9D2C4).color());
            canvas.drawn(
                    "M -27 -44 C -27 -20 -16 -10 -11 -6 L -15 0 L 15 0 L 11 -6 C 16 -10 27 -20 27 -44 Z",
                    0,
                    0,
                    100,
                    Canvas.across(
                            -27,
                            27,
                            stone.lighter(0.3).color(),
                            stone.color(),
                            stone.darker(0.3).color()));
            canvas.oval(0, -44, 27, 6, stone.darker(0.35).color());
            canvas.oval(0, -43, 23, 4.4, Ink.of(0x5F8A4C).color());
            for (int i = 0; i < 5; i++) {
                Flowers.leaf(
                        canvas,
                        -14 + i * 6,
                        -42,
                        13,
                        -0.9 + i * 0.4,
                        Ink.of(0x6FA05A).darker(i * 0.06));
            }
        });
    }

    private static void herbs(Sketch sketch, Dice dice, double x, double y) {
        var canvas = sketch.canvas();
        for (int sprig = 0; sprig < 4; sprig++) {
            double lean = 1.25 + sprig * 0.13;
            Ink leaf = dice.oneOf(Ink.of(0x5E8C4F), Ink.of(0x7DA35C), Ink.of(0x46745A));
            double ex = x + 0.22 * StrictMath.sin(lean);
            double ey = y - 0.22 * StrictMath.cos(lean) - 0.01 * sprig;
            canvas.stroke(
                    new Line2D.Double(x, y - 0.006 * sprig, ex, ey),
                    0.004,
                    leaf.darker(0.3).color());
            for (int i = 1; i < 8; i++) {
                double t = i / 8.0;
                Flowers.leaf(canvas, Noise.lerp(x, ex, t), Noise.lerp(y, ey, t), 0.038, lean - 0.8, leaf);
                Flowers.leaf(canvas, Noise.lerp(x, ex, t), Noise.lerp(y, ey, t), 0.038, lean + 0.8, leaf.darker(0.12));
            }
        }
    }

    private static void jars(Sketch sketch, Dice dice, double x, double y) {
        var canvas = sketch.canvas();
        for (int i = 0; i < 3; i++) {
            double jx = x + i * 0.085;
            double size = dice.between(0.1, 0.15);
            Ink inside = dice.oneOf(
                    Ink.of(0xC98A3C), Ink.of(0x6F9457), sketch.palette().accent(), Ink.of(0xD9C48A));
            canvas.around(jx, y, size, () -> {
                canvas.drawn(
                        "M -26 0 L -28 -60 Q -26 -72 -18 -76 L 18 -76 Q 26 -72 28 -60 L 26 0 Z",
                        0,
                        0,
                        100,
                        Ink.of(0xE4EDE8).color(0.55));
                canvas.drawn(
                        "M -24 -2 L -25 -46 L 25 -46 L 24 -2 Z",
                        0,
                        0,
                        100,
                        Canvas.across(
                                -25,
                                25,
                                inside.lighter(0.2).color(),
                                inside.darker(0.15).color()));
                canvas.box(-20, -86, 40, 13, Ink.of(0xA97C50).color());
                canvas.box(-20, -66, 4, 56, Ink.WHITE.color(0.4));
            });
        }
    }

    private static void cup(Sketch sketch, double x, double y) {
        var canvas = sketch.canvas();
        Ink glaze = sketch.palette().accent().lighter(0.2);
        canvas.oval(x, y, 0.06, 0.008, Ink.BLACK.color(0.3));
        canvas.stroke(
                Drawn.path("M 22 -46 C 44 -46 44 -18 18 -16", x, y, 0.14),
                0.009,
                glaze.darker(0.2).color());
        canvas.drawn(
                "M -26 -56 L 26 -56 C 26 -20 18 -2 10 0 L -10 0 C -18 -2 -26 -20 -26 -56 Z",
                x,
                y,
                0.14,
                Canvas.across(
                        x - 0.04,
                        x + 0.04,
                        glaze.lighter(0.2).color(),
                        glaze.darker(0.2).color()));
        canvas.oval(x, y - 0.078, 0.036, 0.007, Ink.of(0x4A2B1C).color());
        sketch.canvas()
                .soft(
                        0.006,
                        steam -> steam.stroke(
                                Drawn.path(
                                        "M -6 -64 Q 6 -84 -4 -100 Q -12 -116 2 -132 M 10 -64 Q 20 -82 10 -98",
                                        x,
                                        y,
                                        0.14),
                                0.006,
                                Ink.WHITE.color(0.5)));
    }

    private static void book(Sketch sketch, double x, double y) {
        var canvas = sketch.canvas();
        canvas.drawn(
                "M -62 0 L -56 -10 Q -28 -20 0 -8 Q 28 -20 56 -10 L 62 0 Q 30 -6 0 4 Q -30 -6 -62 0 Z",
                x,
                y,
                0.26,
                Ink.of(0xF4ECDC).color());
        canvas.stroke(
                Drawn.path("M 0 -8 L 0 3 M -48 -8 Q -26 -14 -8 -6 M 8 -6 Q 26 -14 48 -8", x, y, 0.26),
                0.002,
                Ink.of(0x9A8A76).color());
    }
}
