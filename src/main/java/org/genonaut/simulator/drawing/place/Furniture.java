package org.genonaut.simulator.drawing.place;

import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.figure.Flowers;
import org.genonaut.simulator.drawing.scene.Palette;
import org.genonaut.simulator.drawing.scene.Sketch;

/** What stands and hangs in a room. */
final class Furniture {

    private Furniture() {}

    static void shelf(Sketch sketch, Dice dice, Ink wall) {
        var canvas = sketch.canvas();
        boolean left = sketch.sunX() > canvas.width() / 2;
        double wide = Math.min(0.34, canvas.width() * 0.3);
        double x = left ? canvas.width() * 0.06 : canvas.width() * 0.94 - wide;
        Ink board = wall.mix(Ink.of(0x6A4630), 0.7);
        for (int row = 0; row < 2; row++) {
            double y = sketch.height() * (0.3 + 0.16 * row);
            canvas.box(x, y, wide, 0.012, board.color());
            canvas.box(x, y + 0.012, wide, 0.01, wall.darker(0.3).color(0.35));
            double at = x + 0.015;
            while (at < x + wide - 0.05) {
                at += jar(canvas, sketch, dice, at, y) + 0.008;
            }
        }
    }

    /** A book or a jar; tells how wide it is. */
    private static double jar(Canvas canvas, Sketch sketch, Dice dice, double x, double shelf) {
        Ink ink = dice.oneOf(
                        sketch.palette().accent(),
                        sketch.palette().second(),
                        Ink.of(0x7C9A86),
                        Ink.of(0xE9DEC8),
                        Ink.of(0x5B6C7F))
                .mix(Ink.of(0xC9A27E), 0.25);
        if (dice.chance(0.6)) {
            double wide = dice.between(0.014, 0.026);
            double tall = dice.between(0.06, 0.1);
            canvas.box(x, shelf - tall, wide, tall, ink.color());
            canvas.box(x, shelf - tall * 0.82, wide, 0.005, ink.lighter(0.4).color());
            return wide;
        }
        double wide = 0.045;
        double tall = dice.between(0.05, 0.075);
        canvas.fill(
                new RoundRectangle2D.Double(x, shelf - tall, wide, tall, 0.02, 0.02),
                Canvas.across(
                        x,
                        x + wide,
                        ink.lighter(0.3).color(),
                        ink.color(),
                        ink.darker(0.2).color()));
        canvas.box(
                x + 0.006,
                shelf - tall - 0.01,
                wide - 0.012,
                0.014,
                Ink.of(0xB98A5A).color());
        return wide;
    }

    static void hangingLamp(Sketch sketch, Dice dice, Ink wall, boolean lit) {
        var canvas = sketch.canvas();
        double x = sketch.focusX() + dice.between(-0.05, 0.05);
        double y = Math.min(0.16, sketch.height() * 0.15);
        canvas.box(x - 0.0015, 0, 0.003, y, wall.darker(0.6).color());
        if (lit) {
            canvas.glow(x, y + 0.06, 0.7, Palette.LAMP, 0.6);
        }
        canvas.fill(
                Drawn.path("M -60 55 C -50 -30 50 -30 60 55 Z", x, y, 0.1),
                sketch.palette().accent().darker(0.2).color());
        canvas.oval(x, y + 0.055, 0.06, 0.008, (lit ? Palette.LAMP : wall.lighter(0.4)).color());
    }

    static void plant(Sketch sketch, Dice dice, double floor) {
        var canvas = sketch.canvas();
        boolean left = sketch.focusX() > canvas.width() / 2;
        double x = left ? 0.11 : canvas.width() - 0.11;
        double y = floor + 0.09;
        Ink leaf = sketch.style().of(Ink.of(0x3F6B4C)).mix(sketch.palette().near(), 0.2);
        for (int i = 0; i < 13; i++) {
            double turn = (i - 6) * 0.2 + dice.between(-0.1, 0.1);
            Flowers.leaf(canvas, x, y - 0.11, dice.between(0.16, 0.27), turn, leaf.lighter(dice.between(0, 0.22)));
        }
        canvas.fill(
                Drawn.path("M -60 -130 L 60 -130 L 42 0 L -42 0 Z", x, y, 0.1),
                Canvas.across(
                        x - 0.06,
                        x + 0.06,
                        Ink.of(0xF0E6D6).color(),
                        Ink.of(0xC2AC92).color()));
    }

    static void armchair(Sketch sketch, double floor) {
        var canvas = sketch.canvas();
        var saved = canvas.pen().getTransform();
        canvas.oval(sketch.focusX(), floor + 0.1, 0.2, 0.022, Ink.BLACK.color(0.22));
        canvas.pen().translate(sketch.focusX(), floor + 0.1);
        canvas.pen().scale(0.0035, 0.0035);
        Ink cloth = sketch.palette().accent().mix(Ink.of(0xD98A5F), 0.35);
        canvas.stroke(new Line2D.Double(-34, -20, -40, 0), 4, Ink.of(0x4A2E1E).color());
        canvas.stroke(new Line2D.Double(34, -20, 40, 0), 4, Ink.of(0x4A2E1E).color());
        canvas.fill(
                Drawn.path("M -40 -50 C -44 -108 -24 -116 0 -116 C 24 -116 44 -108 40 -50 L 36 -24 L -36 -24 Z"),
                Canvas.across(
                        -44,
                        44,
                        cloth.lighter(0.14).color(),
                        cloth.color(),
                        cloth.darker(0.22).color()));
        canvas.fill(
                Drawn.path(
                        "M -50 -62 C -58 -62 -58 -20 -48 -18 L 48 -18 C 58 -20 58 -62 50 -62 C 42 -62 40 -50 38 -42 L -38 -42 C -40 -50 -42 -62 -50 -62 Z"),
                Canvas.down(
                        -62,
                        -18,
                        cloth.lighter(0.08).color(),
                        cloth.darker(0.25).color()));
        canvas.fill(
                Drawn.path("M -38 -44 Q 0 -54 38 -44 L 38 -34 Q 0 -30 -38 -34 Z"),
                cloth.lighter(0.22).color());
        canvas.pen().setTransform(saved);
    }
}
