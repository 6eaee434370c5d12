package org.genonaut.simulator.drawing.place;

import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.figure.Flowers;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Sketch;

/** One colour, one big disc and leaves at the sides: the portrait's poster. */
final class Backdrop {

    private Backdrop() {}

    static Stage draw(Sketch sketch) {
        var canvas = sketch.canvas();
        var palette = sketch.palette();
        var dice = sketch.dice("backdrop");
        double height = sketch.height();
        double middle = sketch.width() / 2 + (sketch.focusX() - sketch.width() / 2) * 0.3;
        Ink field = sketch.mood().night()
                ? palette.high()
                : palette.lit(dice.oneOf(
                        palette.second(), palette.low(), Ink.of(0xE79271), Ink.of(0xE5B64F), Ink.of(0x8DB3A6)));
        canvas.fill(Canvas.down(
                0, height, field.lighter(0.08).color(), field.darker(0.06).color()));
        Ink disc = field.mix(palette.light(), 0.62);
        canvas.disc(middle, height - 0.62, 0.41, disc.color());
        Ink leaf = palette.near().mix(sketch.style().of(Ink.of(0x2F6470)), 0.55);
        for (int i = 0; i < 10 + 6 * sketch.width(); i++) {
            boolean left = dice.chance(0.5);
            double x = middle + (left ? -1 : 1) * dice.between(0.34, Math.max(0.42, sketch.width() * 0.55));
            double turn = (left ? -1 : 1) * dice.between(-0.2, 0.75);
            double y = height * dice.between(0.92, 1.1);
            Flowers.leaf(
                    canvas,
                    x,
                    y,
                    dice.between(0.22, 0.46),
                    turn,
                    leaf.mix(dice.chance(0.4) ? palette.accent() : field, dice.between(0.05, 0.4)));
        }
        return new Stage(middle, height + 0.005, 0.94);
    }
}
