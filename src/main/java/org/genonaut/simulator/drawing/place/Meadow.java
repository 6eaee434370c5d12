package org.genonaut.simulator.drawing.place;

import java.util.function.DoubleUnaryOperator;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.figure.Figure;
import org.genonaut.simulator.drawing.figure.Flowers;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Rolling hills with round trees, a path towards the figure and flowers in front. */
final class Meadow {

    private static final int HILLS = 5;

    private Meadow() {}

    static Stage draw(Sketch sketch, Figure figure) {
        double height = sketch.height();
        Sky.paint(sketch, height * 0.66);
        var dice = sketch.dice("meadow");
        double y = height * 0.8;
        for (int hill = 0; hill < HILLS; hill++) {
            double t = hill / (HILLS - 1.0);
            double base = height * (0.5 + 0.1 * hill);
            double swing = 0.035 + 0.012 * hill;
            double pace = dice.between(1.3, 2.2);
            double phase = dice.between(0, 6.3);
            DoubleUnaryOperator line = x -> base
                    + swing * StrictMath.sin(x * pace * 1.7 + phase)
                    + swing * 0.45 * StrictMath.sin(x * pace * 3.7 + phase * 2);
            hill(sketch, line, base, t);
            if (hill > 0 && hill < HILLS - 1) {
                grove(sketch, dice, line, t);
            }
            if (hill == HILLS - 2) {
                y = line.applyAsDouble(sketch.focusX());
            }
        }
        if (figure == Figure.FLOWERS || sketch.mood().spring() || dice.chance(0.35)) {
            Flowers.field(sketch, height * 0.9);
        }
        return new Stage(sketch.focusX(), y + 0.02, 0.17);
    }

    private static void hill(Sketch sketch, DoubleUnaryOperator line, double base, double t) {
        var palette = sketch.palette();
        Ink body = palette.ground(t);
        Ink lit = body.mix(palette.light(), 0.16);
        Ink foot = body.mix(palette.near(), 0.28);
        sketch.layer(line, Canvas.down(base - 0.05, base + 0.2, lit.color(), body.color(), foot.color()));
    }

    private static void grove(Sketch sketch, Dice dice, DoubleUnaryOperator line, double t) {
        int count = (int) (4 * sketch.width()) + dice.below(4);
        for (int i = 0; i < count; i++) {
            double x = dice.roll() * sketch.width();
            if (Math.abs(x - sketch.focusX()) < 0.16) {
                continue;
            }
            double size = (0.03 + 0.045 * t) * dice.between(0.7, 1.3);
            double y = line.applyAsDouble(x) + size * 0.1;
            bush(sketch, dice, x, y, size, t);
        }
    }

    private static void bush(Sketch sketch, Dice dice, double x, double y, double size, double t) {
        var palette = sketch.palette();
        var canvas = sketch.canvas();
        Ink leaf = palette.ground(t + 0.2).mix(palette.near(), dice.between(0.1, 0.35));
        leaf = sketch.mood().autumn()
                ? leaf.mix(dice.oneOf(Ink.of(0xD9782B), Ink.of(0xB54A2A), Ink.of(0xE0A63C)), 0.6)
                : leaf;
        double side = sketch.sunX() > x ? 1 : -1;
        canvas.box(
                x - size * 0.05,
                y - size * 0.9,
                size * 0.1,
                size * 0.95,
                palette.near().color());
        if (dice.chance(0.4)) {
            canvas.polygon(
                    leaf.color(),
                    x - size * 0.36,
                    y - size * 0.35,
                    x,
                    y - size * 2.2,
                    x + size * 0.36,
                    y - size * 0.35);
            canvas.polygon(
                    leaf.lighter(0.1).color(),
                    x,
                    y - size * 0.35,
                    x,
                    y - size * 2.2,
                    x + side * size * 0.36,
                    y - size * 0.35);
        } else {
            canvas.oval(x, y - size * 1.25, size * 0.52, size * 0.8, leaf.color());
            canvas.oval(
                    x + side * size * 0.12,
                    y - size * 1.35,
                    size * 0.36,
                    size * 0.58,
                    leaf.mix(palette.light(), 0.16).color());
        }
    }
}
