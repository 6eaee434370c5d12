package org.genonaut.simulator.drawing.place;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.figure.Figure;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Mood;
import org.genonaut.simulator.drawing.scene.Palette;
import org.genonaut.simulator.drawing.scene.Sketch;

/** A skyline across the water, which mirrors it. */
final class City {

    private City() {}

    static Stage draw(Sketch sketch, Figure figure) {
        double height = sketch.height();
        double shore = height * 0.68;
        var dice = sketch.dice("city");
        Sky.paint(sketch, shore);
        sketch.canvas()
                .glow(
                        sketch.width() / 2,
                        shore,
                        0.9,
                        Ink.of(0xF2B277),
                        sketch.mood().night() ? 0.4 : 0.2);
        for (int row = 0; row < 3; row++) {
            row(sketch, dice, row, shore);
        }
        mirror(sketch, shore);
        if (figure.floats()) {
            return new Stage(sketch.focusX(), shore + (height - shore) * 0.45, 0.3);
        }
        quay(sketch, height);
        return new Stage(sketch.focusX(), height * 0.93, 0.15);
    }

    private static void row(Sketch sketch, Dice dice, int row, double shore) {
        double t = row / 2.0;
        Ink wall = sketch.palette().depth(0.18 + t * 0.62);
        boolean dark = sketch.mood().night() || sketch.mood().time() == Mood.Time.SUNSET;
        double middle = sketch.focusX();
        double x = -0.06 - dice.roll() * 0.05;
        while (x < sketch.width()) {
            double wide = dice.between(0.05, 0.12) * (0.7 + t * 0.4);
            double centre = 1 / (1 + StrictMath.pow((x + wide / 2 - middle) / 0.55, 2));
            double unevenness = dice.roll();
            double tall = (0.08 + 0.12 * dice.roll() + 0.42 * unevenness * unevenness * centre) * (1.1 - t * 0.35);
            tower(sketch, dice, x, shore - tall, wide, tall, wall);
            windows(sketch, dice, x, shore - tall, wide, tall, dark ? 0.32 + t * 0.2 : 0.16, t);
            x += wide + (dice.chance(0.2) ? 0.015 : -0.002);
        }
    }

    private static void tower(Sketch sketch, Dice dice, double x, double y, double wide, double tall, Ink wall) {
        var canvas = sketch.canvas();
        Ink foot = wall.mix(Ink.of(0xC98F66), 0.16).mix(sketch.palette().horizon(), 0.12);
        var paint = Canvas.down(y, y + tall, wall.color(), foot.color());
        canvas.box(x, y, wide, tall + 0.01, paint);
        canvas.box(
                x + wide * 0.72, y, wide * 0.28, tall, sketch.palette().near().color(0.16));
        switch (dice.below(6)) {
            case 0 -> canvas.box(x + wide * 0.46, y - 0.06, 0.004, 0.06, wall.color());
            case 1 -> canvas.box(x + wide * 0.2, y - 0.018, wide * 0.6, 0.02, wall.color());
            case 2 -> canvas.polygon(wall.color(), x, y + 0.001, x + wide / 2, y - wide * 0.7, x + wide, y + 0.001);
            case 3 -> canvas.polygon(wall.color(), x, y + 0.001, x + wide, y - wide * 0.35, x + wide, y + 0.001);
            default -> canvas.box(x + wide * 0.3, y - 0.01, wide * 0.2, 0.012, wall.color());
        }
    }

    private static void windows(
            Sketch sketch, Dice dice, double x, double y, double wide, double tall, double share, double t) {
        double grid = 0.0145;
        Ink[] lights = {Palette.LAMP, Ink.of(0xFFBE6A), Ink.of(0xFFEDC8), Ink.of(0xC4E6E8)};
        var panes =
                new Path2D.Double[] {new Path2D.Double(), new Path2D.Double(), new Path2D.Double(), new Path2D.Double()
                };
        for (double row = y + grid; row < y + tall - grid; row += grid) {
            for (double column = x + grid * 0.6; column < x + wide - grid * 0.6; column += grid) {
                if (dice.chance(share)) {
                    panes[dice.below(4)].append(new Rectangle2D.Double(column, row, grid * 0.48, grid * 0.56), false);
                }
            }
        }
        for (int i = 0; i < panes.length; i++) {
            sketch.canvas().fill(panes[i], lights[i].color((0.5 + i * 0.12) * (0.5 + t * 0.5)));
        }
    }

    /** Row by row upside down, shaken more towards the viewer. */
    private static void mirror(Sketch sketch, double shore) {
        var canvas = sketch.canvas();
        BufferedImage image = canvas.image();
        int top = (int) (shore * canvas.unit());
        int rows = image.getHeight() - top;
        var wobble = sketch.dice("mirror").noise();
        int width = image.getWidth();
        int[] pixels = canvas.pixels();
        for (int row = 0; row < rows; row++) {
            double d = (double) row / rows;
            int smear = 1 + (int) (canvas.unit() / 260);
            int source = Math.max(0, top - 1 - (int) (row / smear * smear * 1.15));
            double near = 1 / (d + 0.05);
            int shift = (int) ((wobble.at(near * 9, 1) - 0.5) * (0.01 + d * 0.05) * canvas.unit());
            for (int x = 0; x < width; x++) {
                pixels[(top + row) * width + x] = pixels[source * width + Math.clamp(x + shift, 0, width - 1)];
            }
        }
        var palette = sketch.palette();
        Ink deep = palette.near().mix(palette.high(), 0.3);
        canvas.box(
                0,
                shore,
                canvas.width(),
                canvas.height() - shore,
                Canvas.down(shore, canvas.height(), deep.color(0.35), deep.color(0.94)));
        canvas.box(0, shore - 0.001, canvas.width(), 0.003, palette.low().color(0.4));
    }

    private static void quay(Sketch sketch, double height) {
        Ink stone = sketch.palette().near();
        var canvas = sketch.canvas();
        canvas.box(0, height * 0.93, canvas.width(), height * 0.08, stone.color());
        canvas.box(0, height * 0.93, canvas.width(), 0.004, stone.lighter(0.25).color());
        var post = new Path2D.Double();
        for (double x = 0.03; x < canvas.width(); x += 0.11) {
            post.append(new Rectangle2D.Double(x, height * 0.93 - 0.045, 0.006, 0.047), false);
        }
        post.append(new Rectangle2D.Double(0, height * 0.93 - 0.045, canvas.width(), 0.004), false);
        canvas.fill(post, stone.color());
    }
}
