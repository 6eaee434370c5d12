package org.genonaut.simulator.drawing.place;

import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Palette;
import org.genonaut.simulator.drawing.scene.Sketch;

/** A wet street at night, its lights out of focus. */
final class Street {

    private Street() {}

    static Stage draw(Sketch sketch) {
        var canvas = sketch.canvas();
        var dice = sketch.dice("street");
        double height = sketch.height();
        double width = sketch.width();
        double kerb = height * 0.66;
        Ink dark = sketch.palette().near().mix(sketch.style().of(Ink.of(0x1A1020)), 0.4);
        canvas.fill(Canvas.down(
                0,
                height,
                dark.color(),
                dark.mix(sketch.palette().high(), 0.35).color(),
                dark.darker(0.2).color()));
        Ink[] lamps = {
            Ink.of(0xFFC57A),
            Ink.of(0xFF8E5C),
            Ink.of(0xFFE9C4),
            Ink.of(0x8FC8D8),
            sketch.palette().accent().lighter(0.2)
        };
        facades(sketch, dice, kerb, dark);
        int lights = (int) (70 * width * Math.min(1.4, height));
        for (int i = 0; i < lights; i++) {
            double y = kerb * (0.04 + 0.92 * StrictMath.sqrt(dice.roll()));
            double r = dice.between(0.012, 0.055) * (1.25 - y / kerb * 0.6);
            double x = dice.roll() * width;
            Ink ink = dice.oneOf(lamps);
            canvas.disc(x, y, r, ink.color(dice.between(0.1, 0.5)));
            canvas.disc(x, y, r * 0.86, ink.color(0.12));
        }
        reflections(canvas, dice, kerb, lamps);
        return new Stage(sketch.focusX(), height * 0.9, 0.5);
    }

    private static void facades(Sketch sketch, Dice dice, double kerb, Ink dark) {
        sketch.canvas().soft(0.02, far -> {
            for (double x = -0.1; x < sketch.width(); ) {
                double wide = dice.between(0.12, 0.28);
                double top = kerb * dice.between(0.02, 0.4);
                far.box(
                        x,
                        top,
                        wide,
                        kerb - top,
                        dark.mix(sketch.palette().high(), dice.between(0.15, 0.45))
                                .color());
                far.box(
                        x + wide * 0.15,
                        kerb - 0.11,
                        wide * 0.7,
                        0.09,
                        Palette.LAMP.mix(dark, dice.between(0.05, 0.5)).color(0.8));
                x += wide;
            }
        });
    }

    private static void reflections(Canvas canvas, Dice dice, double kerb, Ink[] lamps) {
        double height = canvas.height();
        Ink asphalt = Ink.of(0x15131C);
        canvas.box(
                0,
                kerb,
                canvas.width(),
                height - kerb + 0.01,
                Canvas.down(kerb, height, asphalt.lighter(0.1).color(0.6), asphalt.color(0.95)));
        canvas.soft(0.012, wet -> {
            for (int i = 0; i < 60 * canvas.width(); i++) {
                double x = dice.roll() * canvas.width();
                double y = kerb + (height - kerb) * dice.roll() * 0.8;
                Ink ink = dice.oneOf(lamps);
                wet.box(x, y, dice.between(0.01, 0.045), dice.between(0.03, 0.14), ink.color(dice.between(0.12, 0.45)));
            }
        });
        for (int i = 0; i < 46 * canvas.width(); i++) {
            double y = kerb + (height - kerb) * dice.roll();
            canvas.box(dice.roll() * canvas.width(), y, dice.between(0.02, 0.12), 0.0022, asphalt.color(0.4));
        }
    }
}
