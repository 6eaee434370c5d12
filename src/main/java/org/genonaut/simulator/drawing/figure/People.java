package org.genonaut.simulator.drawing.figure;

import java.awt.geom.Line2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.scene.Palette;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Small people seen from behind, who give a landscape its measure. */
final class People {

    private People() {}

    static void wanderer(Sketch sketch, Stage stage) {
        double size = stage.size() * 0.62;
        walker(sketch, stage.x(), stage.y(), size, sketch.palette().accent());
    }

    private static void walker(Sketch sketch, double x, double y, double size, Ink coat) {
        var canvas = sketch.canvas();
        Ink dark = sketch.palette().near().darker(0.3);
        Ink jacket = sketch.palette().lit(coat);
        double side = sketch.sunX() > x ? 1 : -1;
        canvas.oval(x - side * size * 0.2, y, size * 0.34, size * 0.035, Ink.BLACK.color(0.25));
        canvas.around(x, y, size, () -> {
            canvas.drawn("M -11 -45 L -13 0 L -5 0 L -1 -36 L 4 0 L 12 0 L 11 -45 Z", 0, 0, 100, dark.color());
            canvas.drawn(
                    "M -15 -38 C -18 -66 -14 -80 0 -81 C 14 -80 18 -66 15 -38 Q 0 -33 -15 -38 Z",
                    0,
                    0,
                    100,
                    Canvas.across(-16 * side, 16 * side, jacket.darker(0.32).color(), jacket.color()));
            canvas.drawn(
                    "M -10 -46 L -10 -70 Q 0 -77 10 -70 L 10 -46 Q 0 -42 -10 -46 Z",
                    0,
                    0,
                    100,
                    dark.lighter(0.16).color());
            canvas.box(-10, -58, 20, 2, dark.color());
            canvas.disc(0, -89, 8.5, dark.lighter(0.08).color());
            canvas.drawn(
                    "M -9 -90 Q 0 -104 9 -90 Z", 0, 0, 100, jacket.darker(0.15).color());
            canvas.stroke(new Line2D.Double(side * 19, -52, side * 22, 0), 1.6, dark.color());
        });
    }

    static void umbrella(Sketch sketch, Stage stage) {
        var canvas = sketch.canvas();
        Ink cloth = sketch.palette().accent();
        Ink coat = Ink.of(0x14121B);
        double size = Math.min(stage.size(), 0.5);
        mirror(canvas, stage, size, cloth);
        canvas.glow(stage.x(), stage.y() - size * 0.7, size * 0.9, Palette.LAMP, 0.3);
        canvas.around(stage.x(), stage.y(), size, () -> {
            canvas.drawn("M -8 -8 L -9 2 L -2 2 L -1 -8 Z M 2 -8 L 3 2 L 10 2 L 8 -8 Z", 0, 0, 100, coat.color());
            canvas.drawn(
                    "M -16 -6 C -17 -40 -16 -58 -8 -63 L 8 -63 C 16 -58 17 -40 16 -6 Q 0 -2 -16 -6 Z",
                    0,
                    0,
                    100,
                    Canvas.across(
                            -16,
                            16,
                            coat.lighter(0.14).color(),
                            coat.color(),
                            coat.lighter(0.1).color()));
            canvas.disc(0, -68, 7, coat.lighter(0.06).color());
            canvas.stroke(
                    new Line2D.Double(9, -40, 9, -96), 1.2, Ink.of(0x2A2830).color());
            canvas.drawn(
                    "M -32 -72 C -24 -104 42 -104 50 -72 Q 43 -77 36 -72 Q 29 -78 22 -73 Q 15 -79 9 -73 Q 2 -79 -5 -73 Q -12 -78 -19 -72 Q -26 -77 -32 -72 Z",
                    0,
                    0,
                    100,
                    Canvas.down(
                            -98,
                            -70,
                            cloth.lighter(0.14).color(),
                            cloth.darker(0.2).color()));
            canvas.stroke(
                    Drawn.path(
                            "M 9 -96 Q -8 -90 -19 -72 M 9 -96 Q 5 -88 -5 -73 M 9 -96 Q 14 -88 22 -73 M 9 -96 Q 28 -90 36 -72"),
                    0.5,
                    cloth.darker(0.4).color(0.7));
            canvas.box(8.4, -101, 1.2, 6, coat.color());
        });
    }

    private static void mirror(Canvas canvas, Stage stage, double size, Ink cloth) {
        canvas.soft(0.01, wet -> {
            wet.oval(stage.x(), stage.y() + size * 0.28, size * 0.15, size * 0.3, Ink.BLACK.color(0.5));
            wet.oval(stage.x() + size * 0.09, stage.y() + size * 0.42, size * 0.3, size * 0.07, cloth.color(0.5));
        });
    }
}
