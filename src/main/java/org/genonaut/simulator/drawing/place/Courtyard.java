package org.genonaut.simulator.drawing.place;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.figure.Figure;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.figure.Trees;
import org.genonaut.simulator.drawing.scene.Palette;
import org.genonaut.simulator.drawing.scene.Sketch;

/** A sunlit wall with arches, one hard diagonal shadow, a tree in a pot. */
final class Courtyard {

    private Courtyard() {}

    static Stage draw(Sketch sketch, Figure figure) {
        var canvas = sketch.canvas();
        var palette = sketch.palette();
        var dice = sketch.dice("courtyard");
        double height = sketch.height();
        double width = sketch.width();
        Ink wall = palette.lit(dice.oneOf(Ink.of(0xD58A5C), Ink.of(0xE9A79A), Ink.of(0xE8D2AE), Ink.of(0xC9735A))
                .mix(palette.accent(), 0.2));
        wall = sketch.mood().night() ? wall.mix(palette.high(), 0.5) : wall;
        Ink shade = wall.mix(palette.zenith(), 0.22).mix(palette.accent(), 0.12).darker(0.24);
        double roof = height * dice.between(0.14, 0.22);
        double floor = height * 0.8;
        Sky.paint(sketch, height * 0.8);
        canvas.box(
                0,
                roof,
                width,
                floor - roof,
                Canvas.across(0, width, wall.lighter(0.08).color(), wall.color()));
        canvas.box(0, roof - 0.018, width, 0.022, wall.lighter(0.3).color());
        arches(sketch, dice, wall, shade, roof, floor);
        boolean left = sketch.focusX() < width / 2;
        wing(canvas, wall, shade, roof, floor, left);
        pavement(canvas, wall, shade, floor, left);
        if (figure == Figure.NONE) {
            double x = left ? Math.min(0.2, width * 0.2) : width - Math.min(0.2, width * 0.2);
            Trees.potted(sketch, new Stage(x, floor + (height - floor) * 0.35, 0.34));
        }
        return new Stage(sketch.focusX(), floor + (height - floor) * 0.45, 0.22);
    }

    private static void arches(Sketch sketch, Dice dice, Ink wall, Ink shade, double roof, double floor) {
        var canvas = sketch.canvas();
        double wide = 0.15;
        double gap = 0.075;
        double tall = Math.min(0.42, (floor - roof) * 0.62);
        Ink deep = shade.darker(0.28);
        boolean lamps = sketch.mood().night();
        for (double x = dice.between(-0.1, 0); x < sketch.width(); x += wide + gap) {
            var opening = arch(x, floor, wide, tall);
            Ink inside = lamps ? Palette.LAMP.mix(wall, 0.5) : deep;
            canvas.fill(
                    opening,
                    Canvas.linear(
                            x,
                            floor - tall,
                            x + wide,
                            floor,
                            inside.color(),
                            shade.mix(inside, 0.4).color()));
            var clip = canvas.pen().getClip();
            canvas.pen().clip(opening);
            canvas.fill(arch(x - wide * 0.3, floor, wide, tall * 1.02), deep.color(0.55));
            canvas.pen().setClip(clip);
            canvas.stroke(opening, 0.004, wall.lighter(0.16).color(0.7));
        }
    }

    private static Path2D arch(double x, double floor, double wide, double tall) {
        var path = new Path2D.Double();
        path.moveTo(x + wide, floor);
        path.append(new Arc2D.Double(x, floor - tall, wide, wide, 0, 180, Arc2D.OPEN), true);
        path.lineTo(x, floor);
        path.closePath();
        return path;
    }

    /** The wing beside us stands in its own shade and throws it across the court. */
    private static void wing(Canvas canvas, Ink wall, Ink shade, double roof, double floor, boolean left) {
        double reach = Math.min(0.34, canvas.width() * 0.32);
        double edge = left ? reach : canvas.width() - reach;
        double outer = left ? -0.01 : canvas.width() + 0.01;
        double toe = left ? edge + 0.34 : edge - 0.34;
        canvas.polygon(shade.color(0.72), outer, roof, edge, roof, toe, floor, outer, floor);
        double corner = left ? edge * 0.86 : canvas.width() - (canvas.width() - edge) * 0.86;
        canvas.polygon(
                wall.mix(shade, 0.72).color(),
                outer,
                -0.01 + roof * 0.7,
                corner,
                roof * 0.85,
                corner,
                floor,
                outer,
                floor + 0.04);
    }

    private static void pavement(Canvas canvas, Ink wall, Ink shade, double floor, boolean left) {
        double height = canvas.height();
        Ink stone = wall.lighter(0.42);
        canvas.box(
                0,
                floor,
                canvas.width(),
                height - floor + 0.01,
                Canvas.down(floor, height, stone.color(), stone.mix(wall, 0.4).color()));
        double reach = Math.min(0.34, canvas.width() * 0.32);
        double near = left ? reach + 0.34 : canvas.width() - reach - 0.34;
        double far = left ? near + 0.3 : near - 0.3;
        double outer = left ? -0.01 : canvas.width() + 0.01;
        canvas.polygon(shade.color(0.62), outer, floor, near, floor, far, height + 0.01, outer, height + 0.01);
    }
}
