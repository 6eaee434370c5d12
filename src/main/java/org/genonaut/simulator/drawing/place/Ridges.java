package org.genonaut.simulator.drawing.place;

import java.awt.geom.Path2D;
import java.util.function.DoubleUnaryOperator;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Mood;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Mountain ranges, one behind the other, with mist between and firs in front. */
final class Ridges {

    private static final int RANGES = 6;

    private Ridges() {}

    static Stage draw(Sketch sketch) {
        double height = sketch.height();
        double horizon = height * 0.74;
        Sky.paint(sketch, horizon);
        var dice = sketch.dice("ridges");
        var noise = dice.noise();
        double top = height * dice.between(0.44, 0.52);
        Stage stage = new Stage(sketch.focusX(), height * 0.9, 0.14);
        for (int range = 0; range < RANGES; range++) {
            double t = range / (RANGES - 1.0);
            int row = range;
            double base = Noise.lerp(top, height * 0.92, StrictMath.pow(t, 1.35));
            double relief = (0.4 - 0.28 * t) * Math.min(1.2, height);
            double density = 1.1 + t * 0.9;
            DoubleUnaryOperator line =
                    x -> base - relief * (noise.crest(x * density + row * 9.3, row * 3.1, row < 2 ? 5 : 4) - 0.42);
            paint(sketch, range, t, base, relief, line);
            if (range == RANGES - 1) {
                firs(sketch, dice, line);
                stage = new Stage(sketch.focusX(), line.applyAsDouble(sketch.focusX()) + 0.012, 0.15);
            }
        }
        return stage;
    }

    private static void paint(
            Sketch sketch, int range, double t, double base, double relief, DoubleUnaryOperator line) {
        var palette = sketch.palette();
        Ink body = palette.depth(0.12 + t * 0.88).mix(palette.land(), range < RANGES - 1 ? 0.22 * t : 0.08);
        boolean snow = range < 4
                && (sketch.mood().is(Mood.Weather.SNOW)
                        || sketch.words().has("snow", "alp", "peak", "alpine", "himalaya"));
        Ink crest = snow ? palette.horizon().lighter(0.6) : body.mix(palette.light(), 0.1 * (1 - t));
        double haze = range < RANGES - 1 ? sketch.style().haze() * (0.95 - t * 0.45) : 0.05;
        Ink foot = body.mix(palette.low().mix(palette.horizon(), 0.5), haze);
        double reach = 0.34 * Math.min(1.2, sketch.height());
        sketch.layer(
                line,
                Canvas.down(
                        base - relief * 0.6,
                        base - relief * 0.6 + reach,
                        crest.color(),
                        body.mix(crest, snow ? 0.25 : 0).color(),
                        foot.color(),
                        foot.color()));
    }

    private static void firs(Sketch sketch, Dice dice, DoubleUnaryOperator line) {
        Ink ink = sketch.palette().depth(1);
        int count = (int) (90 * sketch.width());
        var wood = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            double x = dice.roll() * sketch.width();
            if (Math.abs(x - sketch.focusX()) < 0.09) {
                continue;
            }
            double foot = line.applyAsDouble(x) + 0.012;
            double tall = dice.between(0.022, 0.075);
            wood.moveTo(x - tall * 0.2, foot);
            wood.lineTo(x, foot - tall);
            wood.lineTo(x + tall * 0.2, foot);
            wood.closePath();
        }
        sketch.canvas().fill(wood, ink.color());
    }
}
