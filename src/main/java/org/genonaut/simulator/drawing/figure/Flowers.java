package org.genonaut.simulator.drawing.figure;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.scene.Palette;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Blossoms on stems. */
public final class Flowers {

    private static final Shape LEAF = Drawn.path("M 0 0 C 34 -28 30 -76 0 -100 C -30 -76 -34 -28 0 0 Z");

    private Flowers() {}

    /** A strip of meadow flowers along the lower edge, small behind and large in front. */
    public static void field(Sketch sketch, double from) {
        var dice = sketch.dice("flowers");
        double height = sketch.height();
        for (int row = 0; row < 4; row++) {
            int count = (int) (sketch.width() * (26 - row * 4));
            for (int i = 0; i < count; i++) {
                double x = dice.roll() * sketch.width();
                double y = Noise.lerp(from, height * 1.05, (row + dice.roll()) / 4);
                one(sketch, dice, x, y, 0.03 + row * 0.018);
            }
        }
    }

    static void bunch(Sketch sketch, Stage stage) {
        var dice = sketch.dice("bunch");
        for (int i = 0; i < 9; i++) {
            double lean = (i - 4) / 4.0;
            double x = stage.x() + lean * stage.size() * 0.5;
            one(sketch, dice, x, stage.y(), stage.size() * dice.between(0.7, 1.2) * (1.1 - 0.3 * lean * lean));
        }
    }

    /** One flower as tall as its size. */
    static void one(Sketch sketch, Dice dice, double x, double y, double size) {
        var canvas = sketch.canvas();
        var palette = sketch.palette();
        double lean = dice.between(-0.22, 0.22) * size;
        Ink stem = palette.land().mix(palette.near(), 0.45);
        Path2D stalk = new Path2D.Double();
        stalk.moveTo(x, y);
        stalk.quadTo(x, y - size * 0.6, x + lean, y - size);
        canvas.stroke(stalk, size * 0.045, stem.color());
        Ink leaf = stem.lighter(0.1);
        leaf(canvas, x, y - size * 0.25, size * 0.36, -0.9, leaf);
        leaf(canvas, x, y - size * 0.4, size * 0.3, 0.9, leaf);
        Ink petal = palette.lit(
                dice.oneOf(palette.accent(), palette.accent().lighter(0.25), palette.second(), Ink.of(0xF4E9DC)));
        double turn = dice.roll() * 3;
        int petals = 5 + dice.below(3);
        for (int i = 0; i < petals; i++) {
            leaf(
                    canvas,
                    x + lean,
                    y - size,
                    size * 0.24,
                    turn + i * 2 * StrictMath.PI / petals,
                    i % 2 == 0 ? petal : petal.darker(0.08));
        }
        canvas.disc(
                x + lean,
                y - size,
                size * 0.06,
                Palette.LAMP.mix(palette.near(), 0.15).color());
    }

    /** A pointed leaf that starts at a point and grows upwards, turned clockwise by radians. */
    public static void leaf(Canvas canvas, double x, double y, double length, double turn, Ink ink) {
        var place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(turn);
        place.scale(length / 100, length / 100);
        canvas.fill(place.createTransformedShape(LEAF), ink.color());
    }
}
