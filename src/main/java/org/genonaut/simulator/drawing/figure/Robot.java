package org.genonaut.simulator.drawing.figure;

import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.scene.Sketch;

/** A friendly machine of painted tin. */
final class Robot {

    private Robot() {}

    static void draw(Sketch sketch, Stage stage) {
        var canvas = sketch.canvas();
        var palette = sketch.palette();
        Ink tin = palette.lit(Ink.of(0xD9D6CC));
        Ink paint = palette.lit(palette.accent());
        Ink dark = Ink.of(0x23262E).mix(palette.near(), 0.3);
        double size = Math.min(stage.size() * 2.6, 0.52);
        canvas.oval(stage.x(), stage.y(), size * 0.36, size * 0.035, Ink.BLACK.color(0.35));
        canvas.around(stage.x(), stage.y(), size, () -> {
            limbs(canvas, tin, dark);
            canvas.fill(
                    new RoundRectangle2D.Double(-20, -58, 40, 36, 16, 16),
                    Canvas.across(
                            -20,
                            20,
                            paint.lighter(0.2).color(),
                            paint.color(),
                            paint.darker(0.3).color()));
            canvas.fill(new RoundRectangle2D.Double(-11, -51, 22, 15, 4, 4), tin.color());
            canvas.disc(-5, -43.5, 3.2, Ink.of(0xE9B84A).color());
            canvas.disc(4, -43.5, 3.2, Ink.of(0x4FA3A0).color());
            canvas.box(-6, -62, 12, 6, dark.color());
            canvas.fill(
                    new RoundRectangle2D.Double(-23, -92, 46, 31, 18, 18),
                    Canvas.across(
                            -23,
                            23,
                            tin.lighter(0.35).color(),
                            tin.color(),
                            tin.darker(0.28).color()));
            canvas.fill(new RoundRectangle2D.Double(-17, -86, 34, 17, 12, 12), dark.color());
            for (int side = -1; side <= 1; side += 2) {
                canvas.glow(side * 8, -77.5, 9, Ink.of(0x8FE6E0), 0.7);
                canvas.disc(side * 8, -77.5, 3.6, Ink.of(0xC9FBF4).color());
                canvas.disc(side * 24, -77, 3.6, paint.darker(0.2).color());
            }
            canvas.stroke(new Line2D.Double(0, -92, 0, -102), 1.4, dark.color());
            canvas.disc(0, -103, 2.8, paint.lighter(0.1).color());
            canvas.stroke(Drawn.path("M -6 -66.5 Q 0 -63.6 6 -66.5"), 1, dark.color());
        });
    }

    private static void limbs(Canvas canvas, Ink tin, Ink dark) {
        for (int side = -1; side <= 1; side += 2) {
            canvas.stroke(
                    new Line2D.Double(side * 9, -26, side * 10, -6),
                    6,
                    tin.darker(0.25).color());
            canvas.drawn("M -8 0 L 8 0 Q 8 -9 0 -9 Q -8 -9 -8 0 Z", side * 11, 0, 100, dark.color());
            canvas.stroke(
                    Drawn.path(side < 0 ? "M -20 -50 Q -32 -44 -29 -28" : "M 20 -50 Q 34 -54 34 -70"),
                    5,
                    tin.darker(0.15).color());
            canvas.disc(side < 0 ? -29 : 34, side < 0 ? -26 : -72, 4.6, dark.color());
        }
    }
}
