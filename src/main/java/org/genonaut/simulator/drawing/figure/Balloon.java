package org.genonaut.simulator.drawing.figure;

import java.awt.geom.Line2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Hot-air balloons, one near and some far. */
final class Balloon {

    private Balloon() {}

    static void draw(Sketch sketch, Stage stage) {
        var dice = sketch.dice("balloon");
        double size = Math.min(0.4, sketch.height() * 0.36);
        one(
                sketch,
                stage.x(),
                sketch.height() * 0.46,
                size,
                sketch.palette().accent(),
                sketch.palette().second());
        for (int i = 0; i < 3; i++) {
            double x = sketch.width() * dice.roll();
            if (Math.abs(x - stage.x()) > 0.25) {
                one(
                        sketch,
                        x,
                        sketch.height() * dice.between(0.16, 0.5),
                        size * dice.between(0.16, 0.4),
                        sketch.palette().second().mix(sketch.palette().low(), 0.3),
                        sketch.palette().accent().mix(sketch.palette().low(), 0.3));
            }
        }
    }

    private static void one(Sketch sketch, double x, double y, double size, Ink first, Ink second) {
        var canvas = sketch.canvas();
        Ink a = sketch.palette().lit(first);
        Ink b = sketch.palette().lit(second.lighter(0.35));
        boolean right = sketch.sunX() > x;
        canvas.around(x, y, size, () -> {
            var envelope =
                    Drawn.path("M -9 0 C -16 -18 -42 -36 -42 -62 C -42 -112 42 -112 42 -62 C 42 -36 16 -18 9 0 Z");
            canvas.fill(envelope, a.color());
            canvas.inside(envelope, () -> {
                for (int i = 0; i < 2; i++) {
                    double half = 34 - i * 20;
                    canvas.fill(
                            Drawn.path(
                                    i == 0
                                            ? "M -6 2 C -26 -30 -34 -90 0 -104 C 34 -90 26 -30 6 2 Z"
                                            : "M -3 2 C -10 -30 -14 -90 0 -104 C 14 -90 10 -30 3 2 Z"),
                            (i == 0 ? b : a).color());
                    canvas.box(-half, -60, half * 2, 0.1, b.color(0));
                }
                canvas.box(
                        -42,
                        -102,
                        84,
                        104,
                        right
                                ? Canvas.across(
                                        -42, 42, Ink.BLACK.color(0.38), Ink.BLACK.color(0), Ink.WHITE.color(0.16))
                                : Canvas.across(
                                        -42, 42, Ink.WHITE.color(0.16), Ink.BLACK.color(0), Ink.BLACK.color(0.38)));
            });
            Ink rope = sketch.palette().near();
            canvas.stroke(new Line2D.Double(-8, 0, -5, 13), 0.7, rope.color());
            canvas.stroke(new Line2D.Double(8, 0, 5, 13), 0.7, rope.color());
            canvas.drawn(
                    "M -6.5 13 L 6.5 13 L 5 23 L -5 23 Z",
                    0,
                    0,
                    100,
                    Ink.of(0x7A4E30).color());
            canvas.box(-6.8, 12, 13.6, 2, Ink.of(0x5A3622).color());
        });
    }
}
