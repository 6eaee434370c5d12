package org.genonaut.simulator.drawing.place;

import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Sketch;

/** A table before a plain wall, lit from a window we do not see: the still life's place. */
final class Tabletop {

    private Tabletop() {}

    static Stage draw(Sketch sketch) {
        var canvas = sketch.canvas();
        var dice = sketch.dice("tabletop");
        double height = sketch.height();
        double width = sketch.width();
        Ink wall = sketch.style()
                .of(dice.oneOf(Ink.of(0xB8C2B4), Ink.of(0xD9C6AC), Ink.of(0xB9A9A0), Ink.of(0xC9B79A)))
                .mix(sketch.palette().horizon(), 0.2)
                .mix(sketch.palette().accent(), 0.06);
        wall = sketch.mood().night() ? wall.mix(sketch.palette().high(), 0.55) : wall;
        Ink wood = sketch.style().of(Ink.of(0x8C6A52)).mix(sketch.palette().near(), 0.15);
        double edge = height * 0.72;
        boolean left = sketch.sunX() < width / 2;
        canvas.fill(Canvas.linear(
                left ? 0 : width,
                0,
                left ? width : 0,
                height,
                wall.lighter(0.18).color(),
                wall.color(),
                wall.darker(0.24).color()));
        panes(sketch, edge, left);
        canvas.box(
                0,
                edge,
                width,
                height - edge + 0.01,
                Canvas.down(
                        edge,
                        height,
                        wood.lighter(0.22).color(),
                        wood.color(),
                        wood.darker(0.3).color()));
        canvas.box(0, edge, width, 0.004, wood.lighter(0.5).color(0.6));
        return new Stage(width / 2 + (sketch.focusX() - width / 2) * 0.4, edge + (height - edge) * 0.4, 0.56);
    }

    /** The window's light, thrown on the wall at a slant. */
    private static void panes(Sketch sketch, double edge, boolean left) {
        double side = left ? 1 : -1;
        double x = left ? sketch.width() * 0.08 : sketch.width() * 0.92;
        Ink light = sketch.palette().light();
        sketch.canvas().soft(0.008, glow -> {
            for (int row = 0; row < 2; row++) {
                for (int column = 0; column < 2; column++) {
                    double px = x + side * column * 0.16;
                    double py = edge * 0.16 + row * 0.21 + column * 0.045;
                    glow.polygon(
                            light.color(0.38),
                            px,
                            py,
                            px + side * 0.14,
                            py + 0.04,
                            px + side * 0.14,
                            py + 0.23,
                            px,
                            py + 0.19);
                }
            }
        });
    }
}
