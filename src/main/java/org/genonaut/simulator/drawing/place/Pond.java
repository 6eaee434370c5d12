package org.genonaut.simulator.drawing.place;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.canvas.Ramp;
import org.genonaut.simulator.drawing.figure.Flowers;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Sketch;

/** A pond from above: koi between lily pads. */
final class Pond {

    private Pond() {}

    static Stage draw(Sketch sketch) {
        var dice = sketch.dice("pond");
        water(sketch, dice);
        double width = sketch.width();
        double height = sketch.height();
        int fish = 5 + (int) (2 * width * height) + dice.below(3);
        double flow = dice.between(0, 6.3);
        for (int i = 0; i < Math.min(fish, 40); i++) {
            double x = width * (i + dice.between(0.1, 0.9)) / fish;
            double y = height * dice.between(0.12, 0.88);
            koi(sketch, dice, x, y, dice.between(0.2, 0.32), flow + dice.between(-0.8, 0.8));
        }
        pads(sketch, dice);
        return new Stage(sketch.focusX(), height * 0.9, 0.15);
    }

    private static void water(Sketch sketch, Dice dice) {
        var noise = dice.noise();
        var palette = sketch.palette();
        Ink body = sketch.style().of(Ink.of(0x17564F)).mix(palette.zenith(), 0.28);
        body = sketch.mood().night() ? body.darker(0.45) : body;
        var ramp = new Ramp(body.darker(0.45), body, body.lighter(0.12).mix(palette.accent(), 0.05));
        int light = body.lighter(0.5).argb(1);
        sketch.canvas().shade(560, (x, y) -> {
            double wx = x * 2.6 + 0.7 * noise.sum(x * 2, y * 2, 3);
            double wy = y * 2.6 + 0.7 * noise.sum(x * 2 + 9, y * 2, 3);
            double net = 1 - Math.abs(2 * noise.at(wx * 1.5, wy * 1.5) - 1);
            double second = 1 - Math.abs(2 * noise.at(wx * 2.1 + 30, wy * 2.1) - 1);
            int colour = ramp.at(noise.sum(x * 1.3, y * 1.3, 3));
            return Ramp.blend(colour, light, Noise.step(0.86, 1, net) * 0.32 + Noise.step(0.9, 1, second) * 0.2);
        });
    }

    private static void koi(Sketch sketch, Dice dice, double x, double y, double length, double heading) {
        var canvas = sketch.canvas();
        double curve = dice.between(-0.35, 0.35);
        var body = body(curve);
        var place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(heading);
        place.scale(length, length);
        var shadow = AffineTransform.getTranslateInstance(0.02, 0.035);
        shadow.concatenate(place);
        canvas.fill(shadow.createTransformedShape(body), Ink.BLACK.color(0.22));
        var saved = canvas.pen().getTransform();
        canvas.pen().transform(place);
        int kind = dice.below(4);
        Ink base = kind == 0 ? Ink.of(0xE9B23C) : kind == 1 ? Ink.of(0x26282E) : Ink.of(0xF6F0E4);
        Ink spot = kind == 0
                ? Ink.of(0xF6CF6A)
                : kind == 1 ? Ink.of(0xF2E9DC) : sketch.palette().accent().mix(Ink.of(0xE0502A), 0.5);
        fins(canvas, curve, base);
        canvas.fill(body, base.color());
        var clip = canvas.pen().getClip();
        canvas.pen().clip(body);
        for (int i = 0; i < 6; i++) {
            double at = 0.05 + i * 0.14 + dice.between(-0.03, 0.03);
            canvas.oval(
                    at,
                    bend(curve, at) + dice.between(-0.07, 0.07),
                    dice.between(0.03, 0.1),
                    dice.between(0.03, 0.075),
                    (i == 4 && kind == 3 ? Ink.of(0x2A2A2E) : spot).color());
        }
        canvas.fill(Drawn.path("M 0 -4 Q 45 -10 80 -2 Q 45 2 0 3 Z", 0, bend(curve, 0.4), 1), Ink.WHITE.color(0.18));
        canvas.pen().setClip(clip);
        canvas.disc(0.075, bend(curve, 0.07) - 0.06, 0.012, Ink.of(0x1A1A1C).color());
        canvas.disc(0.075, bend(curve, 0.07) + 0.06, 0.012, Ink.of(0x1A1A1C).color());
        canvas.pen().setTransform(saved);
    }

    private static double bend(double curve, double along) {
        return curve * 0.4 * StrictMath.sin(along * 3.4);
    }

    private static Path2D body(double curve) {
        var path = new Path2D.Double();
        int steps = 24;
        path.moveTo(0, bend(curve, 0));
        for (int i = 1; i <= steps; i++) {
            double along = (double) i / steps * 0.86;
            path.lineTo(along, bend(curve, along) - girth(along));
        }
        for (int i = steps; i >= 0; i--) {
            double along = (double) i / steps * 0.86;
            path.lineTo(along, bend(curve, along) + girth(along));
        }
        path.closePath();
        return path;
    }

    private static double girth(double along) {
        return 0.13 * StrictMath.sqrt(Noise.clamp(along * 5)) * (1 - 0.9 * Noise.step(0.25, 0.92, along));
    }

    private static void fins(Canvas canvas, double curve, Ink ink) {
        Ink pale = ink.lighter(0.3);
        canvas.fill(
                Drawn.path(
                        "M -4 0 C 10 -10 20 -24 30 -22 C 24 -12 26 -4 16 0 C 26 4 24 12 30 22 C 20 24 10 10 -4 0 Z",
                        0.84,
                        bend(curve, 0.84),
                        1),
                pale.color(0.75));
        canvas.fill(
                Drawn.path("M 0 -8 C 6 -22 14 -28 22 -28 C 20 -18 14 -10 8 -6 Z", 0.22, bend(curve, 0.25), 1),
                pale.color(0.7));
        canvas.fill(
                Drawn.path("M 0 8 C 6 22 14 28 22 28 C 20 18 14 10 8 6 Z", 0.22, bend(curve, 0.25), 1),
                pale.color(0.7));
    }

    private static void pads(Sketch sketch, Dice dice) {
        var canvas = sketch.canvas();
        int count = 7 + (int) (3 * sketch.width());
        for (int i = 0; i < count; i++) {
            boolean rim = dice.chance(0.75);
            double x = rim
                    ? (dice.chance(0.5) ? dice.between(-0.02, 0.2) : sketch.width() - dice.between(-0.02, 0.2))
                    : dice.roll() * sketch.width();
            double y = dice.roll() * sketch.height();
            double r = dice.between(0.045, 0.11);
            double notch = dice.between(0, 360);
            Ink leaf = sketch.style().of(Ink.of(0x5E9B4E)).mix(sketch.palette().near(), dice.between(0, 0.3));
            canvas.oval(x + 0.012, y + 0.02, r, r, Ink.BLACK.color(0.25));
            var pad = new Arc2D.Double(x - r, y - r, 2 * r, 2 * r, notch, 332, Arc2D.PIE);
            canvas.fill(
                    pad,
                    Canvas.linear(
                            x - r,
                            y - r,
                            x + r,
                            y + r,
                            leaf.lighter(0.25).color(),
                            leaf.darker(0.2).color()));
            for (int vein = 0; vein < 9; vein++) {
                double turn = StrictMath.toRadians(-notch - 20 - vein * 36);
                canvas.stroke(
                        new Line2D.Double(
                                x, y, x + r * 0.85 * StrictMath.cos(turn), y + r * 0.85 * StrictMath.sin(turn)),
                        0.0022,
                        leaf.lighter(0.35).color(0.5));
            }
            if (dice.chance(0.28)) {
                lotus(sketch, x, y, r * 0.75);
            }
        }
    }

    private static void lotus(Sketch sketch, double x, double y, double size) {
        Ink petal = Ink.of(0xF6D3DC).mix(sketch.palette().accent(), 0.15);
        for (int i = 0; i < 9; i++) {
            Flowers.leaf(sketch.canvas(), x, y, size, i * 0.698, petal.darker(0.1));
        }
        for (int i = 0; i < 7; i++) {
            Flowers.leaf(sketch.canvas(), x, y, size * 0.66, 0.3 + i * 0.9, petal.lighter(0.3));
        }
        sketch.canvas().disc(x, y, size * 0.16, Ink.of(0xF0C24C).color());
    }
}
