package org.genonaut.simulator.drawing.figure;

import java.awt.geom.Path2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.scene.Palette;
import org.genonaut.simulator.drawing.scene.Sketch;

/** A castle with pointed roofs on its rock. */
final class Castle {

    private Castle() {}

    static void draw(Sketch sketch, Stage stage) {
        var canvas = sketch.canvas();
        var palette = sketch.palette();
        Ink stone = palette.lit(Ink.of(0xCFC3B4)).mix(palette.high(), 0.25);
        Ink roof = palette.lit(palette.accent()).mix(palette.zenith(), 0.15);
        double size = Math.min(stage.size() * 2.4, sketch.height() * 0.4);
        double side = sketch.sunX() < stage.x() ? 1 : -1;
        var rock = new Path2D.Double(
                Drawn.path("M -62 4 Q -58 -6 -55 -8 L 55 -8 Q 58 -6 62 4 Z", stage.x(), stage.y(), size));
        canvas.fill(rock, palette.near().color());
        canvas.around(stage.x(), stage.y() - size * 0.06, size, () -> {
            tower(canvas, stone.mix(palette.low(), 0.3), roof.mix(palette.low(), 0.3), -12, 9, 92, side);
            tower(canvas, stone.mix(palette.low(), 0.15), roof.mix(palette.low(), 0.15), 20, 7, 74, side);
            wall(canvas, stone.mix(palette.near(), 0.1), -46, 46, 34);
            tower(canvas, stone, roof, 4, 13, 66, side);
            tower(canvas, stone, roof, -46, 10, 56, side);
            tower(canvas, stone, roof, 46, 11, 48, side);
            wall(canvas, stone.mix(palette.near(), 0.2), -40, 40, 18);
            canvas.drawn(
                    "M -7 1 L -7 -11 Q 0 -20 7 -11 L 7 1 Z",
                    0,
                    0,
                    100,
                    palette.near().color());
            for (int[] window : new int[][] {{4, -52}, {4, -40}, {-46, -44}, {46, -36}, {-12, -78}, {20, -60}}) {
                canvas.box(window[0] - 1.3, window[1], 2.6, 5, Palette.LAMP.color());
            }
        });
    }

    private static void wall(Canvas canvas, Ink stone, double from, double to, double tall) {
        canvas.box(
                from,
                -tall,
                to - from,
                tall + 4,
                Canvas.down(
                        -tall,
                        4,
                        stone.lighter(0.06).color(),
                        stone.darker(0.28).color()));
        for (double x = from; x < to - 3; x += 6) {
            canvas.box(x, -tall - 4, 3.4, 4.2, stone.lighter(0.06).color());
        }
    }

    private static void tower(Canvas canvas, Ink stone, Ink roof, double x, double half, double tall, double side) {
        canvas.box(x - half, -tall, 2 * half, tall + 4, stone.color());
        canvas.box(
                side > 0 ? x : x - half,
                -tall,
                half,
                tall + 4,
                stone.darker(0.18).color());
        canvas.box(x - half - 1.5, -tall - 1, 2 * half + 3, 4, stone.darker(0.3).color());
        canvas.polygon(roof.color(), x - half - 2.5, -tall, x, -tall - half * 2.9, x + half + 2.5, -tall);
        canvas.polygon(roof.darker(0.22).color(), x, -tall, x, -tall - half * 2.9, x + side * (half + 2.5), -tall);
        canvas.box(x - 0.4, -tall - half * 2.9 - 7, 0.8, 8, stone.darker(0.5).color());
        canvas.polygon(
                roof.lighter(0.2).color(),
                x,
                -tall - half * 2.9 - 7,
                x + 7,
                -tall - half * 2.9 - 5,
                x,
                -tall - half * 2.9 - 3);
    }
}
