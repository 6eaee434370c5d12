package org.genonaut.simulator.drawing.figure;

import java.awt.geom.Path2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.scene.Palette;
import org.genonaut.simulator.drawing.scene.Sketch;

/** A dragon on the wing before the sky. */
final class Dragon {

    private static final int JOINTS = 60;

    private Dragon() {}

    static void draw(Sketch sketch, Stage stage) {
        var canvas = sketch.canvas();
        var palette = sketch.palette();
        var dice = sketch.dice("dragon");
        double size = Math.min(0.56, sketch.width() * 0.58);
        double side = sketch.sunX() > stage.x() ? 1 : -1;
        Ink hide = palette.near().mix(palette.accent(), 0.45);
        Ink belly = hide.mix(palette.light(), 0.3);
        double phase = dice.between(-0.3, 0.3);
        canvas.glow(stage.x(), sketch.height() * 0.42, 0.5, palette.light(), 0.3);
        canvas.around(stage.x(), sketch.height() * 0.44, size, () -> {
            canvas.pen().scale(side, 1);
            canvas.pen().rotate(-0.12 + phase * 0.4);
            wing(canvas, hide.mix(palette.low(), 0.3), 0.86, -6);
            body(canvas, hide, belly);
            head(canvas, hide);
            wing(canvas, hide.lighter(0.08), 1, 0);
        });
    }

    private static double spineX(double t) {
        return 52 - 118 * t;
    }

    private static double spineY(double t) {
        return -14 * StrictMath.sin(t * 6.4 + 0.2) * (0.35 + t) + 4;
    }

    private static double girth(double t) {
        return t < 0.38
                ? Noise.lerp(3.4, 8.4, Noise.step(0, 0.38, t))
                : 8.4 * StrictMath.pow(1 - (t - 0.38) / 0.62, 1.25);
    }

    private static void body(Canvas canvas, Ink hide, Ink belly) {
        for (int i = 4; i < JOINTS - 6; i += 2) {
            double t = (double) i / JOINTS;
            double x = spineX(t);
            double y = spineY(t) - girth(t) * 0.8;
            double tall = 1.5 + girth(t) * 0.55;
            canvas.polygon(hide.darker(0.2).color(), x + 2, y + 1, x - 1.6, y - tall, x - 2, y + 1);
        }
        canvas.fill(skin(1), hide.color());
        canvas.inside(skin(1), () -> canvas.fill(lower(), belly.color(0.7)));
        double tip = spineX(1);
        double tipY = spineY(1);
        canvas.polygon(hide.color(), tip + 6, tipY, tip - 4, tipY - 7, tip - 13, tipY - 1, tip - 4, tipY + 4);
        leg(canvas, hide, 0.33);
        leg(canvas, hide, 0.52);
    }

    private static Path2D skin(double fat) {
        var path = new Path2D.Double();
        path.moveTo(spineX(0), spineY(0) - girth(0));
        for (int i = 1; i <= JOINTS; i++) {
            double t = (double) i / JOINTS;
            path.lineTo(spineX(t), spineY(t) - girth(t) * fat);
        }
        for (int i = JOINTS; i >= 0; i--) {
            double t = (double) i / JOINTS;
            path.lineTo(spineX(t), spineY(t) + girth(t) * fat);
        }
        path.closePath();
        return path;
    }

    private static Path2D lower() {
        var path = new Path2D.Double();
        path.moveTo(spineX(0), spineY(0) + 2);
        for (int i = 1; i <= JOINTS; i++) {
            double t = (double) i / JOINTS;
            path.lineTo(spineX(t), spineY(t) + girth(t) * 0.35);
        }
        path.lineTo(spineX(1), 60);
        path.lineTo(spineX(0), 60);
        path.closePath();
        return path;
    }

    private static void leg(Canvas canvas, Ink hide, double t) {
        canvas.drawn(
                "M -4 0 C -7 9 -12 10 -13 16 L -17 18 L -12 19 L -13 22 L -8 18 C -4 13 4 9 5 0 Z",
                spineX(t),
                spineY(t) + girth(t) * 0.5,
                100,
                hide.darker(0.1).color());
    }

    private static void head(Canvas canvas, Ink hide) {
        double x = spineX(0);
        double y = spineY(0);
        canvas.drawn(
                "M -8 -4 C -2 -9 6 -9 12 -6 L 25 -2 Q 27 0 25 1.6 L 14 2 L 22 5 Q 20 8 12 6 C 4 8 -4 6 -8 3 Z",
                x + 2,
                y,
                100,
                hide.color());
        canvas.drawn(
                "M 2 -6 C -4 -12 -10 -14 -16 -14 C -10 -10 -6 -6 -3 -3 Z",
                x + 2,
                y,
                100,
                hide.darker(0.25).color());
        canvas.drawn(
                "M 5 -7 C 2 -14 -3 -17 -8 -19 C -4 -13 -1 -9 1 -5 Z",
                x + 2,
                y,
                100,
                hide.darker(0.1).color());
        canvas.oval(x + 10, y - 4, 1.6, 1.2, Palette.LAMP.color());
        canvas.glow(x + 30, y + 4, 14, Ink.of(0xFFB05A), 0.35);
    }

    private static void wing(Canvas canvas, Ink ink, double scale, double shift) {
        var saved = canvas.pen().getTransform();
        canvas.pen().translate(spineX(0.3) + shift, spineY(0.3) - 3);
        canvas.pen().scale(scale, scale);
        canvas.drawn(
                "M 6 2 C 2 -22 6 -44 22 -66 L 18 -70 L 24 -72 C 0 -72 -30 -60 -52 -34 Q -40 -36 -34 -26 Q -26 -30 -22 -18 Q -16 -20 -10 -6 Q -4 -4 6 2 Z",
                0,
                0,
                100,
                Canvas.linear(
                        20,
                        -70,
                        -20,
                        0,
                        ink.lighter(0.2).color(),
                        ink.color(),
                        ink.darker(0.25).color()));
        Ink bone = ink.darker(0.3);
        canvas.stroke(
                Drawn.path(
                        "M 4 0 C 2 -22 6 -46 22 -68 M 22 -68 C 2 -66 -26 -54 -52 -34 M 20 -66 C 0 -56 -20 -44 -34 -26 M 18 -64 C 4 -50 -10 -36 -22 -18 M 16 -60 C 8 -44 -2 -24 -10 -6"),
                1.1,
                bone.color(0.8));
        canvas.pen().setTransform(saved);
    }
}
