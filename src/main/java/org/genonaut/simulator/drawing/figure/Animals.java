package org.genonaut.simulator.drawing.figure;

import java.awt.geom.Line2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Those who sit and look at us. */
final class Animals {

    private Animals() {}

    static void cat(Sketch sketch, Stage stage) {
        var canvas = sketch.canvas();
        var palette = sketch.palette();
        var dice = sketch.dice("cat");
        Ink coat = coat(sketch, dice);
        Ink rim = palette.light();
        double side = sketch.sunX() > stage.x() ? 1 : -1;
        canvas.oval(stage.x(), stage.y(), stage.size() * 0.36, stage.size() * 0.03, Ink.BLACK.color(0.3));
        canvas.around(stage.x(), stage.y(), stage.size(), () -> {
            canvas.pen().scale(side, 1);
            canvas.stroke(
                    Drawn.path("M -20 -5 C -54 0 -62 -30 -45 -40"),
                    8,
                    coat.darker(0.12).color());
            var body = Drawn.path("M -27 0 C -36 -36 -20 -50 -14 -60 L 14 -60 C 20 -50 30 -32 22 0 Z");
            canvas.fill(
                    body,
                    Canvas.across(
                            -30,
                            26,
                            coat.darker(0.3).color(),
                            coat.color(),
                            coat.mix(rim, 0.12).color()));
            var head = Drawn.path(
                    "M -19 -70 C -22 -84 -19 -94 -17 -102 L -6 -91 Q 0 -93 6 -91 L 17 -102 C 19 -94 22 -84 19 -70 C 16 -56 -16 -56 -19 -70 Z");
            canvas.fill(
                    head,
                    Canvas.across(
                            -20,
                            20,
                            coat.darker(0.16).color(),
                            coat.lighter(0.04).color()));
            canvas.stroke(
                    Drawn.path("M 17 -101 C 19 -94 22 -84 19 -70 Q 16 -63 13 -60 C 20 -50 30 -32 22 -2"),
                    0.9,
                    rim.color(0.65));
            ears(canvas, coat);
            if (coat.lightness() > 0.4) {
                markings(canvas, coat);
            }
            legs(canvas, coat);
            face(canvas, coat, dice);
        });
    }

    private static Ink coat(Sketch sketch, Dice dice) {
        var words = sketch.words();
        if (words.has("black")) {
            return Ink.of(0x14131A);
        }
        if (words.has("white")) {
            return Ink.of(0xF1ECE4);
        }
        if (words.has("ginger", "orange", "red")) {
            return Ink.of(0xD07B36);
        }
        Ink night = Ink.of(0x17151D);
        return sketch.mood().night() ? night : dice.oneOf(night, Ink.of(0xCF7F3E), Ink.of(0x7C7A80), Ink.of(0x2B2630));
    }

    private static void ears(Canvas canvas, Ink coat) {
        Ink inner = coat.mix(Ink.of(0xD98C86), 0.5);
        canvas.polygon(inner.color(0.8), -15.5, -97, -15, -87, -9, -90);
        canvas.polygon(inner.color(0.8), 15.5, -97, 15, -87, 9, -90);
    }

    private static void markings(Canvas canvas, Ink coat) {
        Ink stripe = coat.darker(0.32);
        for (int i = -1; i <= 1; i++) {
            canvas.stroke(new Line2D.Double(i * 5, -90, i * 4, -83), 1.8, stripe.color());
        }
        for (int i = 0; i < 3; i++) {
            canvas.stroke(
                    Drawn.path("M -29 %d Q -22 %d -16 %d".formatted(-32 + i * 9, -35 + i * 9, -31 + i * 9)),
                    2,
                    stripe.color());
        }
    }

    private static void legs(Canvas canvas, Ink coat) {
        Ink line = coat.lightness() > 0.4 ? coat.darker(0.4) : coat.lighter(0.2);
        canvas.fill(
                Drawn.path("M -7 -50 C -12 -24 -10 -10 -13 0 L 0 0 L 0 -44 Z"),
                coat.lighter(0.05).color());
        canvas.fill(
                Drawn.path("M 7 -50 C 12 -24 10 -10 13 0 L 0 0 L 0 -44 Z"),
                coat.lighter(0.03).color());
        canvas.stroke(new Line2D.Double(0, -30, 0, -1), 0.8, line.color(0.6));
        canvas.stroke(Drawn.path("M -13 -1 Q -12 -30 -8 -44"), 0.7, line.color(0.35));
        canvas.stroke(Drawn.path("M 13 -1 Q 12 -30 8 -44"), 0.7, line.color(0.35));
    }

    private static void face(Canvas canvas, Ink coat, Dice dice) {
        Ink eye = dice.oneOf(Ink.of(0xE9C648), Ink.of(0x9BC95A), Ink.of(0x7EC3D0));
        for (int side = -1; side <= 1; side += 2) {
            canvas.oval(side * 8, -77, 4.4, 4.1, eye.color());
            canvas.oval(side * 8, -77, 1.5, 3.6, Ink.of(0x0B0A0E).color());
            canvas.disc(side * 8 + 1.3, -78.6, 0.9, Ink.WHITE.color());
            for (int i = 0; i < 3; i++) {
                canvas.stroke(new Line2D.Double(side * 8, -67 + i, side * 25, -70 + i * 4), 0.45, Ink.WHITE.color(0.5));
            }
        }
        Ink line = coat.lightness() > 0.4 ? Ink.of(0x3A2622) : coat.lighter(0.45);
        canvas.polygon(Ink.of(0xD98C86).color(), -2.2, -71, 2.2, -71, 0, -68.4);
        canvas.stroke(
                Drawn.path("M 0 -68.5 L 0 -67 Q -2 -64.5 -4.5 -65.5 M 0 -67 Q 2 -64.5 4.5 -65.5"), 0.8, line.color());
    }
}
