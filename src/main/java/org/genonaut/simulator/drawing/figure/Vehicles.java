package org.genonaut.simulator.drawing.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.scene.Mood;
import org.genonaut.simulator.drawing.scene.Palette;
import org.genonaut.simulator.drawing.scene.Sketch;

/** What carries people over land, water and air. */
final class Vehicles {

    private Vehicles() {}

    static void car(Sketch sketch, Stage stage) {
        var canvas = sketch.canvas();
        var palette = sketch.palette();
        Ink paint = palette.lit(palette.accent());
        Ink glass = palette.high().mix(palette.horizon(), 0.5);
        Ink dark = Ink.of(0x17161B).mix(palette.near(), 0.4);
        double size = Math.min(stage.size() * 2.8, sketch.width() * 0.6);
        double y = stage.y() + 0.03;
        canvas.oval(stage.x(), y, size * 0.54, size * 0.035, Ink.BLACK.color(0.4));
        canvas.around(stage.x(), y, size, () -> {
            canvas.pen().scale(sketch.sunX() > stage.x() ? 1 : -1, 1);
            canvas.drawn(
                    "M -24 -22 C -18 -36 -10 -38 2 -38 C 14 -38 20 -32 27 -22 Z",
                    0,
                    0,
                    100,
                    paint.darker(0.1).color());
            canvas.drawn(
                    "M -20 -22 C -15 -33 -10 -35 -2 -35 L -2 -22 Z M 1 -35 C 12 -35 17 -30 23 -22 L 1 -22 Z",
                    0,
                    0,
                    100,
                    Canvas.linear(-20, -36, 20, -20, glass.lighter(0.4).color(), glass.color()));
            canvas.drawn(
                    "M -50 -8 C -52 -18 -46 -21 -34 -23 L 28 -23 C 44 -21 51 -18 51 -8 L 49 -5 L -48 -5 Z",
                    0,
                    0,
                    100,
                    Canvas.down(
                            -23,
                            -5,
                            paint.lighter(0.22).color(),
                            paint.color(),
                            paint.darker(0.35).color()));
            canvas.stroke(new Line2D.Double(-47, -14, 48, -14), 0.7, Ink.WHITE.color(0.5));
            canvas.box(-51, -8.5, 8, 2.6, Ink.of(0xD9DCDD).color());
            canvas.box(44, -8.5, 8, 2.6, Ink.of(0xD9DCDD).color());
            canvas.oval(47.5, -15, 2.4, 2.8, Palette.LAMP.lighter(0.3).color());
            canvas.oval(-48.5, -15, 1.6, 2.4, Ink.of(0xE0452F).color());
            for (int x : new int[] {-29, 30}) {
                canvas.drawn("M -11 -5 C -11 -19 11 -19 11 -5 Z", x, 0, 100, dark.color());
                canvas.disc(x, -5.5, 8.4, dark.darker(0.4).color());
                canvas.disc(x, -5.5, 4.6, Ink.of(0xC9CCCE).color());
                canvas.disc(x, -5.5, 1.6, dark.color());
            }
            canvas.stroke(
                    new Line2D.Double(-0.5, -22, -0.5, -8),
                    0.4,
                    paint.darker(0.45).color());
            canvas.box(-8, -19, 5, 1, paint.darker(0.4).color());
        });
        if (sketch.mood().night() || sketch.mood().time() == Mood.Time.SUNSET) {
            double side = sketch.sunX() > stage.x() ? 1 : -1;
            canvas.glow(stage.x() + side * size * 0.48, y - size * 0.15, size * 0.35, Palette.LAMP, 0.8);
        }
    }

    static void ship(Sketch sketch, Stage stage) {
        var canvas = sketch.canvas();
        var palette = sketch.palette();
        boolean boat = !sketch.words().has("ship", "galleon", "schooner", "pirate", "vessel");
        Ink hull = palette.lit(boat ? palette.accent() : Ink.of(0x5A3624));
        Ink sail = palette.lit(Ink.of(0xF7F0E2));
        double side = sketch.sunX() > stage.x() ? 1 : -1;
        reflection(sketch, stage, sail);
        canvas.around(stage.x(), stage.y(), stage.size(), () -> {
            canvas.pen().scale(side, 1);
            if (boat) {
                sloop(canvas, sail, palette);
            } else {
                square(canvas, sail, palette);
            }
            canvas.drawn(
                    boat
                            ? "M -34 -11 L 40 -13 Q 34 1 24 2 L -24 2 Q -32 -2 -34 -11 Z"
                            : "M -48 -24 L -30 -22 L -26 -14 L 30 -14 L 50 -22 Q 42 2 28 3 L -34 3 Q -46 -6 -48 -24 Z",
                    0,
                    0,
                    100,
                    Canvas.down(
                            -22,
                            3,
                            hull.lighter(0.12).color(),
                            hull.darker(0.35).color()));
            canvas.stroke(
                    boat ? new Line2D.Double(-33, -9, 38, -11) : new Line2D.Double(-45, -12, 44, -12),
                    1.2,
                    sail.color(0.8));
            if (!boat) {
                for (int i = 0; i < 6; i++) {
                    canvas.box(-24 + i * 10, -9, 3, 3, Palette.LAMP.color());
                }
            }
        });
        canvas.oval(
                stage.x(),
                stage.y() + 0.006,
                stage.size() * 0.42,
                0.006,
                palette.horizon().lighter(0.3).color(0.55));
    }

    private static void sloop(Canvas canvas, Ink sail, Palette palette) {
        canvas.box(-0.8, -104, 1.6, 96, palette.near().color());
        canvas.drawn(
                "M 2 -102 C 22 -70 32 -44 38 -18 L 2 -18 Z",
                0,
                0,
                100,
                Canvas.across(
                        0,
                        38,
                        sail.lighter(0.3).color(),
                        sail.color(),
                        sail.darker(0.12).color()));
        canvas.drawn(
                "M -2 -96 C -8 -66 -20 -40 -32 -18 L -2 -18 Z",
                0,
                0,
                100,
                Canvas.across(
                        -32, 0, sail.darker(0.08).color(), sail.darker(0.24).color()));
        canvas.polygon(palette.accent().color(), 0.5, -104, 12, -101, 0.5, -98);
    }

    private static void square(Canvas canvas, Ink sail, Palette palette) {
        int[][] masts = {{-24, -78}, {2, -98}, {26, -74}};
        canvas.stroke(new Line2D.Double(44, -20, 64, -32), 1.4, palette.near().color());
        canvas.drawn(
                "M 62 -32 L 28 -66 Q 44 -44 40 -24 Z",
                0,
                0,
                100,
                sail.darker(0.14).color());
        for (int[] mast : masts) {
            canvas.box(
                    mast[0] - 0.9, mast[1], 1.8, -mast[1] - 14, palette.near().color());
            double top = mast[1] + 5;
            double third = (-22 - top) / 3;
            for (int row = 0; row < 3; row++) {
                double y = top + row * third;
                double half = 8 + row * 2.6;
                var cloth = Drawn.path("M -100 0 L 100 0 Q 128 50 104 90 Q 20 76 -96 90 Q -76 50 -100 0 Z");
                var place = AffineTransform.getTranslateInstance(mast[0], y);
                place.scale(half / 100, third / 100);
                canvas.fill(
                        place.createTransformedShape(cloth),
                        Canvas.across(
                                mast[0] - half,
                                mast[0] + half,
                                sail.darker(0.16).color(),
                                sail.lighter(0.2).color()));
            }
            canvas.polygon(
                    palette.accent().color(), mast[0], mast[1] - 1, mast[0] - 9, mast[1] + 1.5, mast[0], mast[1] + 4);
        }
    }

    private static void reflection(Sketch sketch, Stage stage, Ink sail) {
        Ink dark = sketch.palette().near();
        sketch.canvas().soft(0.008, water -> {
            for (int i = 0; i < 16; i++) {
                double wobble = 0.02 * StrictMath.sin(i * 1.9);
                double half = stage.size() * (0.32 - i * 0.014);
                Ink ink = i < 3 ? dark : sail;
                water.oval(
                        stage.x() + wobble,
                        stage.y() + 0.008 + i * 0.017,
                        half * (i < 3 ? 1 : 0.5),
                        0.006,
                        ink.color(0.5 - i * 0.025));
            }
        });
    }
}
