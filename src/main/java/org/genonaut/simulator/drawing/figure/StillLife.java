package org.genonaut.simulator.drawing.figure;

import java.awt.Color;
import java.awt.RadialGradientPaint;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Things on a table. */
final class StillLife {

    private StillLife() {}

    static void vase(Sketch sketch, Stage stage) {
        var canvas = sketch.canvas();
        var dice = sketch.dice("vase");
        double size = stage.size();
        Ink glaze = sketch.style()
                .of(dice.oneOf(Ink.of(0xA9CDBB), Ink.of(0xE9E2D4), Ink.of(0x4F7EA0), Ink.of(0xD9A06E)))
                .mix(sketch.palette().accent(), sketch.words().has("celadon") ? 0.25 : 0.1);
        boolean left = sketch.sunX() < sketch.width() / 2;
        shadow(canvas, stage.x(), stage.y(), size * 0.5, left);
        branch(sketch, dice, stage.x(), stage.y() - size * 0.72, size);
        Ink bright = glaze.lighter(0.45);
        Ink dark = glaze.darker(0.42);
        canvas.around(stage.x(), stage.y(), size, () -> {
            double side = left ? 1 : -1;
            canvas.drawn(
                    "M -5.5 -74 C -4.5 -62 -6 -56 -10 -50 C -22 -34 -19 -8 -9 0 L 9 0 C 19 -8 22 -34 10 -50 C 6 -56 4.5 -62 5.5 -74 Z",
                    0,
                    0,
                    100,
                    Canvas.across(-20 * side, 20 * side, glaze.color(), bright.color(), glaze.color(), dark.color()));
            canvas.oval(0, -74, 5.8, 1.5, dark.color());
            canvas.drawn(
                    "M -9 -40 C -14 -30 -13 -14 -9 -8 C -11 -18 -11 -30 -9 -40 Z",
                    side > 0 ? 0 : 20,
                    0,
                    100,
                    Ink.WHITE.color(0.35));
        });
        fruit(sketch, dice, stage.x(), stage.y() + 0.03, left);
    }

    private static void shadow(Canvas canvas, double x, double y, double size, boolean left) {
        double side = left ? 1 : -1;
        canvas.soft(
                0.012, soft -> soft.oval(x + side * size * 0.42, y, size * 0.75, size * 0.06, Ink.BLACK.color(0.4)));
    }

    private static void branch(Sketch sketch, Dice dice, double x, double y, double size) {
        var canvas = sketch.canvas();
        Ink leaf = sketch.style().of(Ink.of(0x3E6247));
        boolean flowers = sketch.words().has("flower", "rose", "tulip", "peony", "peonie", "bouquet", "blossom");
        for (int twig = 0; twig < 5; twig++) {
            double lean = (twig - 2) * 0.3 + dice.between(-0.1, 0.1);
            double length = size * dice.between(0.3, 0.52);
            double ex = x + length * StrictMath.sin(lean);
            double ey = y - length * StrictMath.cos(lean);
            canvas.stroke(
                    new Line2D.Double(x, y, ex, ey), 0.004, leaf.darker(0.35).color());
            for (int i = 2; i < 9; i++) {
                double t = i / 8.0;
                double turn = lean + (i % 2 == 0 ? 0.85 : -0.85) + dice.between(-0.3, 0.3);
                Flowers.leaf(
                        canvas,
                        Noise.lerp(x, ex, t),
                        Noise.lerp(y, ey, t),
                        size * 0.105,
                        turn,
                        leaf.lighter(dice.between(0, 0.25)));
            }
            if (flowers) {
                Flowers.one(sketch, dice, ex, ey + size * 0.2, size * 0.24);
            }
        }
    }

    private static void fruit(Sketch sketch, Dice dice, double x, double y, boolean left) {
        Ink peel =
                sketch.style().of(dice.oneOf(Ink.of(0xDD7A2E), Ink.of(0xC8452F), Ink.of(0xE3B23C), Ink.of(0xA8B04A)));
        int count = 2 + dice.below(3);
        for (int i = 0; i < count; i++) {
            double at = x + (i % 2 == 0 ? -1 : 1) * (0.15 + 0.085 * (i / 2)) + dice.between(-0.02, 0.02);
            ball(sketch.canvas(), at, y + dice.between(-0.01, 0.03), dice.between(0.038, 0.048), peel, left);
        }
    }

    private static void ball(Canvas canvas, double x, double y, double radius, Ink ink, boolean left) {
        double side = left ? -1 : 1;
        shadow(canvas, x, y, radius * 1.6, left);
        var shading = new RadialGradientPaint(
                (float) (x + side * radius * 0.35),
                (float) (y - radius * 1.35),
                (float) (radius * 1.6),
                new float[] {0, 0.5f, 1},
                new Color[] {
                    ink.lighter(0.4).color(), ink.color(), ink.darker(0.45).color()
                });
        canvas.disc(x, y - radius * 0.92, radius, shading);
        canvas.stroke(
                new Line2D.Double(x, y - radius * 1.8, x + radius * 0.1, y - radius * 2.05),
                radius * 0.12,
                Ink.of(0x4A3A22).color());
        Flowers.leaf(canvas, x, y - radius * 1.8, radius * 0.7, 1.1, Ink.of(0x4F7A45));
    }

    static void bottle(Sketch sketch, Stage stage) {
        var canvas = sketch.canvas();
        boolean left = sketch.sunX() < sketch.width() / 2;
        Ink stone = sketch.style().of(Ink.of(0xEDE0CE));
        Ink glass = sketch.palette().accent().mix(Ink.of(0xB9764A), 0.4);
        for (int step = 0; step < 2; step++) {
            double half = 0.27 - step * 0.09;
            double y = stage.y() - step * 0.05;
            shadow(canvas, stage.x(), y + 0.05, half * 1.3, left);
            canvas.box(
                    stage.x() - half,
                    y,
                    2 * half,
                    0.05,
                    Canvas.across(
                            stage.x() - half,
                            stage.x() + half,
                            stone.lighter(0.3).color(),
                            stone.color(),
                            stone.darker(0.25).color()));
            canvas.oval(
                    stage.x(),
                    y + 0.05,
                    half,
                    0.028,
                    Canvas.across(
                            stage.x() - half,
                            stage.x() + half,
                            stone.lighter(0.3).color(),
                            stone.color(),
                            stone.darker(0.25).color()));
            canvas.oval(stage.x(), y, half, 0.028, stone.lighter(0.4).color());
        }
        canvas.around(stage.x(), stage.y() - 0.045, stage.size() * 0.8, () -> {
            double side = left ? 1 : -1;
            canvas.box(-7, -80, 14, 16, Ink.of(0x2A2320).color());
            canvas.box(-6, -80, 3, 16, Ink.WHITE.color(0.25));
            canvas.fill(
                    new RoundRectangle2D.Double(-5, -66, 10, 10, 3, 3),
                    glass.darker(0.2).color());
            canvas.fill(
                    new RoundRectangle2D.Double(-20, -60, 40, 62, 12, 12),
                    Canvas.across(
                            -20 * side,
                            20 * side,
                            glass.lighter(0.45).color(),
                            glass.color(),
                            glass.darker(0.3).color()));
            canvas.fill(new RoundRectangle2D.Double(-17, -56, 5, 54, 4, 4), Ink.WHITE.color(0.35));
            canvas.box(-12, -40, 24, 26, Ink.of(0xF6EEDF).color());
            canvas.disc(0, -30, 5, glass.color());
            canvas.box(-8, -21, 16, 1.2, glass.darker(0.4).color());
        });
    }
}
