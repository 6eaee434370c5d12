package org.genonaut.simulator.drawing.figure;

import java.awt.geom.Path2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Trees worth a picture of their own. */
public final class Trees {

    private Trees() {}

    static void lone(Sketch sketch, Stage stage) {
        tree(sketch, stage.x(), stage.y(), Math.min(0.5, stage.size() * 2.7), leaf(sketch));
    }

    /** A lemon tree in a clay pot. */
    public static void potted(Sketch sketch, Stage stage) {
        var canvas = sketch.canvas();
        double size = stage.size();
        var dice = sketch.dice("potted");
        canvas.oval(stage.x(), stage.y(), size * 0.2, size * 0.03, Ink.BLACK.color(0.3));
        canvas.box(
                stage.x() - size * 0.015,
                stage.y() - size * 0.5,
                size * 0.03,
                size * 0.4,
                Ink.of(0x6A4630).color());
        crown(
                sketch,
                dice,
                stage.x(),
                stage.y() - size * 0.72,
                size * 0.3,
                sketch.style().of(Ink.of(0x4F7F3E)));
        for (int i = 0; i < 12; i++) {
            double turn = dice.between(0, 6.28);
            double out = size * 0.27 * StrictMath.sqrt(dice.roll());
            canvas.disc(
                    stage.x() + out * StrictMath.cos(turn),
                    stage.y() - size * 0.72 + out * StrictMath.sin(turn),
                    size * 0.026,
                    Ink.of(0xF2C53D).color());
        }
        Ink clay = Ink.of(0xC9764A).mix(sketch.palette().accent(), 0.2);
        canvas.drawn(
                "M -13 -22 L 13 -22 L 9 0 L -9 0 Z",
                stage.x(),
                stage.y(),
                size,
                Canvas.across(
                        stage.x() - size * 0.13,
                        stage.x() + size * 0.13,
                        clay.lighter(0.2).color(),
                        clay.darker(0.3).color()));
        canvas.drawn(
                "M -15 -26 L 15 -26 L 14.5 -20 L -14.5 -20 Z",
                stage.x(),
                stage.y(),
                size,
                clay.lighter(0.12).color());
    }

    private static Ink leaf(Sketch sketch) {
        if (sketch.words().has("cherry", "sakura", "blossom") || sketch.mood().spring()) {
            return sketch.palette().lit(Ink.of(0xEFA9BC));
        }
        if (sketch.mood().autumn()) {
            return sketch.palette().lit(Ink.of(0xD0662A));
        }
        return sketch.palette().ground(0.45).mix(sketch.style().of(Ink.of(0x4F8A48)), 0.4);
    }

    private static void tree(Sketch sketch, double x, double y, double size, Ink leaf) {
        var canvas = sketch.canvas();
        var dice = sketch.dice("tree");
        Ink bark = sketch.palette().near().mix(Ink.of(0x5A3A28), 0.45);
        canvas.oval(x, y, size * 0.45, size * 0.035, sketch.palette().near().color(0.35));
        var wood =
                new Path2D.Double(Drawn.path("M -9 2 C -4 -14 -5 -26 -6 -36 L 6 -36 C 5 -26 4 -14 10 2 Z", x, y, size));
        canvas.fill(wood, bark.color());
        for (int i = -2; i <= 2; i++) {
            canvas.stroke(
                    Drawn.path("M 0 -30 Q %d -48 %d -66".formatted(i * 4, i * 14), x, y, size),
                    size * 0.035,
                    bark.color());
        }
        crown(sketch, dice, x, y - size * 0.66, size * 0.24, leaf);
        for (int i = 0; i < 7; i++) {
            double turn = i / 7.0 * 6.283 + dice.roll();
            double out = size * dice.between(0.16, 0.3);
            crown(
                    sketch,
                    dice,
                    x + out * 1.25 * StrictMath.cos(turn),
                    y - size * 0.68 + out * 0.8 * StrictMath.sin(turn),
                    size * dice.between(0.15, 0.22),
                    leaf);
        }
        for (int i = 0; i < 26; i++) {
            canvas.oval(
                    x + dice.between(-0.5, 0.5) * size,
                    y + dice.between(-0.02, 0.05) * size,
                    size * 0.014,
                    size * 0.007,
                    leaf.color(0.8));
        }
    }

    /** A round mass of leaves, dark below, lit from the sun's side. */
    private static void crown(Sketch sketch, Dice dice, double x, double y, double radius, Ink leaf) {
        var canvas = sketch.canvas();
        double side = sketch.sunX() > x ? 1 : -1;
        Ink light = leaf.mix(sketch.palette().light(), 0.35);
        Ink dark = leaf.mix(sketch.palette().near(), 0.45);
        for (int layer = 0; layer < 3; layer++) {
            Ink ink = layer == 0 ? dark : layer == 1 ? leaf : light;
            double shrink = 1 - layer * 0.26;
            for (int i = 0; i < 34; i++) {
                double turn = dice.between(0, 6.283);
                double out = radius * shrink * StrictMath.sqrt(dice.roll());
                double px = x + out * StrictMath.cos(turn) + side * layer * radius * 0.14;
                double py = y + out * StrictMath.sin(turn) - layer * radius * 0.16;
                canvas.disc(px, py, radius * dice.between(0.1, 0.2), ink.color(0.92));
            }
        }
    }
}
