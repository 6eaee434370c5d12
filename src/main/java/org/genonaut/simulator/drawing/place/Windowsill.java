package org.genonaut.simulator.drawing.place;

import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Mood;
import org.genonaut.simulator.drawing.scene.Palette;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Inside by a window, with the town's lights far below. */
final class Windowsill {

    private Windowsill() {}

    static Stage draw(Sketch sketch) {
        var canvas = sketch.canvas();
        var dice = sketch.dice("windowsill");
        double height = sketch.height();
        double width = sketch.width();
        Sky.paint(sketch, height * 0.84);
        Ink[] lamps = {Palette.LAMP, Ink.of(0xFFC27A), Ink.of(0xA6D2DC)};
        Ink town = sketch.palette().depth(0.55);
        var noise = dice.noise();
        canvas.soft(
                0.012,
                far -> far.below(x -> height * (0.62 - 0.1 * noise.at(StrictMath.floor(x * 14), 1)), town.color()));
        boolean dark = sketch.mood().night() || sketch.mood().time() == Mood.Time.SUNSET;
        for (int i = 0; i < 60 * width; i++) {
            canvas.disc(
                    dice.roll() * width,
                    height * dice.between(0.6, 0.82),
                    dice.between(0.006, 0.026),
                    dice.oneOf(lamps).color(dice.between(0.08, dark ? 0.6 : 0.22)));
        }
        Ink frame = sketch.palette().near().mix(sketch.style().of(Ink.of(0x2A1712)), 0.6);
        Ink sill = sketch.style().of(Ink.of(0x8A5A3A)).mix(sketch.palette().near(), dark ? 0.35 : 0.1);
        canvas.box(0, height * 0.84, width, height * 0.17, frame.color());
        canvas.box(
                0,
                height * 0.82,
                width,
                height * 0.08,
                Canvas.down(
                        height * 0.82,
                        height * 0.9,
                        sill.lighter(0.1).color(),
                        sill.darker(0.5).color()));
        canvas.box(0, 0, 0.022, height, frame.color());
        canvas.box(width - 0.022, 0, 0.022, height, frame.color());
        double bar = sketch.focusX() < width / 2 ? sketch.focusX() + 0.36 : sketch.focusX() - 0.36;
        canvas.box(bar - 0.01, 0, 0.02, height * 0.82, frame.color());
        return new Stage(sketch.focusX(), height * 0.845, Math.min(0.52, width * 0.6));
    }
}
