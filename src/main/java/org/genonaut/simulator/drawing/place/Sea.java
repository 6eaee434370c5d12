package org.genonaut.simulator.drawing.place;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.util.function.DoubleUnaryOperator;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.figure.Figure;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Sketch;

/** The sea: with a cliff for what stands on land, open for what floats. */
final class Sea {

    private Sea() {}

    static Stage draw(Sketch sketch, Figure figure) {
        double height = sketch.height();
        var dice = sketch.dice("sea");
        double horizon = height * dice.between(0.54, 0.6);
        Sky.paint(sketch, horizon);
        if (dice.chance(0.5) || figure.floats()) {
            islands(sketch, dice, horizon);
        }
        Water.paint(sketch, horizon, sketch.sunX());
        if (figure == Figure.NONE) {
            strand(sketch, dice);
            return new Stage(sketch.focusX(), height * 0.9, 0.12);
        }
        if (figure.floats()) {
            double y = horizon + (height - horizon) * 0.34;
            return new Stage(sketch.focusX(), y, Math.min(0.42, sketch.width() * 0.45));
        }
        return cliff(sketch, dice, horizon, figure == Figure.CASTLE ? 0.5 : 0.3);
    }

    private static void islands(Sketch sketch, Dice dice, double horizon) {
        var noise = dice.noise();
        double rise = dice.between(0.03, 0.07);
        Ink ink = sketch.palette().depth(0.3);
        sketch.canvas()
                .below(
                        x -> horizon + 0.012 - rise * Noise.step(0.42, 0.75, noise.sum(x * 1.4, 3, 4)),
                        Canvas.down(
                                horizon - rise,
                                horizon,
                                ink.color(),
                                ink.mix(sketch.palette().horizon(), 0.45).color()));
    }

    /** A dark beach with stones, so that the eye has somewhere to stand. */
    private static void strand(Sketch sketch, Dice dice) {
        var noise = dice.noise();
        double height = sketch.height();
        Ink ink = sketch.palette().near();
        sketch.layer(
                x -> height * 0.985 - 0.15 * noise.sum(x * 1.5, 2, 3) * Math.abs(x / sketch.width() - 0.5) * 2,
                Canvas.down(height * 0.84, height, ink.lighter(0.12).color(), ink.color()));
    }

    private static Stage cliff(Sketch sketch, Dice dice, double horizon, double room) {
        var palette = sketch.palette();
        var noise = dice.noise();
        double height = sketch.height();
        double focus = sketch.focusX();
        double width = sketch.width();
        boolean right = focus > width / 2;
        double plateau = horizon + (height - horizon) * dice.between(0.1, 0.24);
        double edge = right ? focus - room : focus + room;
        DoubleUnaryOperator line = x -> {
            double inland = right ? x - edge : edge - x;
            if (inland < 0) {
                return height + 0.1;
            }
            double climb = Noise.step(-0.08, 0.26, inland);
            return Noise.lerp(height * 0.86, plateau, climb) + 0.05 * (noise.sum(x * 7, 1, 5) - 0.5) - 0.012 * climb;
        };
        Ink top = palette.near().mix(palette.high(), 0.3).mix(palette.land(), 0.25);
        foam(sketch, edge, right, height);
        sketch.layer(
                line,
                Canvas.down(
                        plateau,
                        height,
                        top.color(),
                        palette.near().color(),
                        palette.near().darker(0.35).color()));
        cracks(sketch, dice, line, edge, right);
        return new Stage(focus, line.applyAsDouble(focus) + 0.012, Math.min(0.17, width * 0.2));
    }

    private static void foam(Sketch sketch, double edge, boolean right, double height) {
        Ink white = sketch.palette().horizon().lighter(0.4);
        double side = right ? -1 : 1;
        sketch.canvas().soft(0.02, foam -> {
            for (int i = 0; i < 6; i++) {
                foam.oval(edge + side * 0.02 * i, height * (0.9 + 0.02 * i), 0.12, 0.012, white.color(0.2));
            }
        });
    }

    private static void cracks(Sketch sketch, Dice dice, DoubleUnaryOperator line, double edge, boolean right) {
        var palette = sketch.palette();
        var canvas = sketch.canvas();
        Ink light = palette.near().mix(palette.low(), 0.25);
        Ink dark = palette.near().darker(0.4);
        double far = right ? sketch.width() : 0;
        for (int i = 0; i < 70; i++) {
            double x = Noise.lerp(edge, far, dice.roll());
            double y = line.applyAsDouble(x) + 0.012;
            double length = dice.between(0.04, 0.3);
            double lean = dice.between(-0.018, 0.018);
            canvas.pen().setStroke(new BasicStroke((float) dice.between(0.0015, 0.006)));
            canvas.pen().setPaint((dice.chance(0.5) ? light : dark).color(dice.between(0.15, 0.5)));
            canvas.pen().draw(new Line2D.Double(x, y, x + lean, y + length));
        }
    }
}
