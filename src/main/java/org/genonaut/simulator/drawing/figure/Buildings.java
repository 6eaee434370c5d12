package org.genonaut.simulator.drawing.figure;

import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.scene.Mood;
import org.genonaut.simulator.drawing.scene.Palette;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Houses and towers that stand in a landscape. */
final class Buildings {

    private Buildings() {}

    static void lighthouse(Sketch sketch, Stage stage) {
        var canvas = sketch.canvas();
        double size = stage.size() * 1.9;
        double lampX = stage.x();
        double lampY = stage.y() - size * 1.05;
        beam(sketch, lampX, lampY);
        Ink white = sketch.palette().lit(Ink.of(0xF7F2E8));
        Ink stripe = sketch.palette().lit(sketch.palette().accent().mix(Ink.of(0xB0402F), 0.3));
        Ink iron = sketch.palette().near().darker(0.2);
        boolean right = sketch.sunX() < stage.x();
        canvas.around(stage.x(), stage.y(), size, () -> {
            keeper(canvas, sketch, white, stripe);
            var body = Drawn.path("M -11 3 L -7.4 -98 L 7.4 -98 L 11 3 Z");
            canvas.fill(body, white.color());
            canvas.inside(body, () -> {
                for (int i = 0; i < 3; i++) {
                    canvas.box(-12, -88 + i * 32, 24, 16, stripe.color());
                }
                canvas.fill(
                        right
                                ? Canvas.across(
                                        -11, 11, white.lighter(0.4).color(0.4), white.color(0), iron.color(0.55))
                                : Canvas.across(
                                        -11,
                                        11,
                                        iron.color(0.55),
                                        white.color(0),
                                        white.lighter(0.4).color(0.4)));
                canvas.box(
                        -12,
                        -100,
                        24,
                        104,
                        right
                                ? Canvas.across(-11, 11, iron.color(0), iron.color(0.1), iron.color(0.55))
                                : Canvas.across(-11, 11, iron.color(0.55), iron.color(0.1), iron.color(0)));
            });
            canvas.box(-2, -62, 4, 6, iron.color(0.8));
            canvas.drawn("M -3 3 L -3 -9 Q 0 -13 3 -9 L 3 3 Z", 0, 0, 100, iron.color(0.85));
            canvas.box(-10.5, -101, 21, 3.4, iron.color());
            canvas.box(-6, -113, 12, 12, Palette.LAMP.mix(white, 0.3).color());
            for (int i = -1; i <= 1; i++) {
                canvas.box(i * 5.2 - 0.5, -113, 1, 12, iron.color());
            }
            canvas.drawn(
                    "M -8.5 -112.5 Q -3 -121 0 -125 Q 3 -121 8.5 -112.5 Z",
                    0,
                    0,
                    100,
                    stripe.darker(0.25).color());
            canvas.box(-0.5, -131, 1, 7, iron.color());
        });
        canvas.glow(lampX, lampY, 0.24, Palette.LAMP, 0.85);
        canvas.disc(lampX, lampY, size * 0.035, Ink.of(0xFFFBEC).color());
    }

    private static void keeper(Canvas canvas, Sketch sketch, Ink white, Ink roof) {
        double side = sketch.sunX() < sketch.focusX() ? 1 : -1;
        Ink wall = white.mix(sketch.palette().near(), 0.22);
        canvas.box(side * 22 - 13, -15, 26, 19, wall.color());
        canvas.polygon(
                roof.darker(0.25).color(),
                side * 22 - 15,
                -14,
                side * 22 - 9,
                -25,
                side * 22 + 9,
                -25,
                side * 22 + 15,
                -14);
        canvas.box(side * 22 - 3, -10, 5, 6, Palette.LAMP.color());
    }

    private static void beam(Sketch sketch, double x, double y) {
        boolean dark = sketch.mood().night()
                || !sketch.mood().is(Mood.Weather.CLEAR)
                || sketch.mood().time() == Mood.Time.SUNSET;
        double side = sketch.sunX() < x ? -1 : 1;
        double end = x + side * 1.7;
        double strength = dark ? 0.62 : 0.3;
        sketch.canvas()
                .soft(
                        0.012,
                        light -> light.polygon(
                                Canvas.across(
                                        x,
                                        end,
                                        Palette.LAMP.color(strength),
                                        Palette.LAMP.color(strength * 0.4),
                                        Palette.LAMP.color(0)),
                                x,
                                y - 0.004,
                                end,
                                y - 0.24,
                                end,
                                y + 0.06,
                                x,
                                y + 0.004));
    }

    static void house(Sketch sketch, Stage stage) {
        var canvas = sketch.canvas();
        var palette = sketch.palette();
        boolean cabin = sketch.words().has("cabin", "hut", "lodge", "barn");
        Ink wall = palette.lit(cabin ? Ink.of(0x8A5C3C) : Ink.of(0xF3E7D3));
        Ink roof = palette.lit(palette.accent());
        Ink glass = sketch.mood().time() == Mood.Time.DAY ? palette.high().mix(palette.near(), 0.3) : Palette.LAMP;
        smoke(sketch, stage);
        canvas.around(stage.x(), stage.y(), stage.size() * 1.15, () -> {
            canvas.oval(4, 2, 62, 5, palette.near().color(0.35));
            canvas.box(18, -84, 9, 26, wall.darker(0.35).color());
            canvas.box(
                    -6,
                    -42,
                    56,
                    44,
                    Canvas.across(-6, 50, wall.color(), wall.darker(0.16).color()));
            canvas.polygon(wall.darker(0.2).color(), -40, 2, -40, -42, -17, -76, 6, -42, 6, 2);
            canvas.polygon(roof.color(), -17, -78, 34, -78, 57, -40, 6, -40);
            canvas.polygon(roof.darker(0.3).color(), -17, -79, -46, -38, -41, -36, -17, -70, 7, -36, 9, -40);
            if (cabin) {
                for (int i = 0; i < 7; i++) {
                    canvas.box(-40, -38 + i * 6, 90, 1.2, wall.darker(0.45).color(0.5));
                }
            }
            canvas.box(-23, -26, 12, 28, roof.darker(0.45).color());
            canvas.box(-22, -52, 10, 10, glass.color());
            canvas.box(14, -30, 11, 13, glass.color());
            canvas.box(33, -30, 11, 13, glass.color());
            for (double x : new double[] {14, 33}) {
                canvas.box(x + 5, -30, 1.2, 13, wall.darker(0.3).color());
                canvas.box(x, -24.5, 11, 1.2, wall.darker(0.3).color());
            }
        });
        if (sketch.mood().time() != Mood.Time.DAY) {
            canvas.glow(
                    stage.x() + stage.size() * 0.3, stage.y() - stage.size() * 0.25, stage.size(), Palette.LAMP, 0.4);
        }
    }

    private static void smoke(Sketch sketch, Stage stage) {
        Ink white = sketch.palette().horizon().lighter(0.3);
        double size = stage.size();
        sketch.canvas().soft(0.008, smoke -> {
            for (int i = 0; i < 9; i++) {
                double up = i / 8.0;
                smoke.disc(
                        stage.x() + size * (0.26 + up * up * 0.5 + 0.05 * StrictMath.sin(i * 1.7)),
                        stage.y() - size * (1 + up * 0.9),
                        size * (0.05 + 0.09 * up),
                        white.color(0.4 * (1 - up)));
            }
        });
    }
}
