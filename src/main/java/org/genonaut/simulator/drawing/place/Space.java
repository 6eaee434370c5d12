package org.genonaut.simulator.drawing.place;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.canvas.Ramp;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Sketch;

/** A planet with rings over a barren moon. */
final class Space {

    private final Sketch sketch;
    private final Canvas canvas;
    private final Dice dice;
    private final Noise noise;
    private final Ink[] bands;

    private Space(Sketch sketch) {
        this.sketch = sketch;
        canvas = sketch.canvas();
        dice = sketch.dice("space");
        noise = dice.noise();
        int[][] sets = {
            {0xF3DFBF, 0xD99A63, 0xB4643F, 0xEFC892, 0x8C4A3A},
            {0xE9EFE2, 0x8CC0B5, 0x3D7D86, 0xD8C79C, 0x6AA39F},
            {0xF6DCE0, 0xC98BA9, 0x7F5A98, 0xE9B7A8, 0x5B4382},
            {0xDDEBF5, 0x8FB4DC, 0x4B74B4, 0xC5D6E6, 0x36528C}
        };
        int[] set = sets[dice.below(sets.length)];
        bands = new Ink[set.length];
        for (int i = 0; i < set.length; i++) {
            bands[i] = sketch.style().of(Ink.of(set[i])).mix(sketch.palette().accent(), 0.12);
        }
    }

    static Stage draw(Sketch sketch) {
        return new Space(sketch).draw();
    }

    private Stage draw() {
        Ink dark = bands[2].mix(Ink.of(0x060814), 0.86);
        Ink dusk = bands[4].mix(Ink.of(0x0E1226), 0.62);
        backdrop(dark, dusk);
        double height = sketch.height();
        double radius = dice.between(0.22, 0.29);
        double x = sketch.width() / 2 + (sketch.sunX() - sketch.width() / 2) * 0.45;
        double y = height * 0.4;
        double tilt = dice.between(-0.42, 0.3);
        boolean ringed = dice.chance(0.75) || sketch.words().has("ring", "ringed", "saturn");
        if (ringed) {
            rings(x, y, radius, tilt, false);
        }
        planet(x, y, radius, tilt, dark);
        if (ringed) {
            rings(x, y, radius, tilt, true);
        }
        moon(dark);
        return ground(dark);
    }

    private void backdrop(Ink dark, Ink dusk) {
        int cloud = bands[1].argb(1);
        int haze = sketch.palette().accent().argb(1);
        var ramp = new Ramp(dark, dusk);
        canvas.shade(300, (x, y) -> {
            double mist = noise.sum(x * 1.7, y * 1.7, 5);
            int colour = Ramp.blend(ramp.at(y / canvas.height()), cloud, Noise.step(0.5, 0.85, mist) * 0.3);
            return Ramp.blend(colour, haze, Noise.step(0.55, 0.8, noise.sum(x * 1.2 + 9, y * 1.4, 4)) * 0.18);
        });
        int stars = (int) (340 * canvas.width() * canvas.height());
        for (int i = 0; i < stars; i++) {
            double bright = dice.roll();
            double size = 0.0007 + bright * bright * bright * bright * 0.003;
            Ink star = dice.chance(0.2) ? bands[0] : Ink.of(0xF6F4FF);
            canvas.disc(
                    dice.roll() * canvas.width(),
                    dice.roll() * canvas.height(),
                    size,
                    star.color(0.25 + 0.7 * dice.roll()));
        }
    }

    private void planet(double cx, double cy, double radius, double tilt, Ink dark) {
        var ramp = new Ramp(bands[0], bands[1], bands[2], bands[3], bands[4], bands[3], bands[1]);
        int night = dark.argb(1);
        int rim = bands[0].lighter(0.3).argb(1);
        double cos = StrictMath.cos(tilt);
        double sin = StrictMath.sin(tilt);
        double light = sketch.focusX() > sketch.sunX() ? 0.62 : -0.62;
        canvas.glow(cx, cy, radius * 1.6, bands[1], 0.3);
        var where = new Rectangle2D.Double(cx - radius, cy - radius, 2 * radius, 2 * radius);
        canvas.shade(where, 700, (px, py) -> {
            double dx = (px - cx) / radius;
            double dy = (py - cy) / radius;
            double flat = dx * dx + dy * dy;
            if (flat > 1) {
                return 0;
            }
            double dz = StrictMath.sqrt(1 - flat);
            double along = dx * cos + dy * sin;
            double across = dy * cos - dx * sin;
            double swirl = across * 1.5 + 0.22 * noise.sum(along * 2.4 + 3, across * 5, 4);
            double band = noise.at(swirl * 5.5 + 40, 2) * 0.75 + noise.at(swirl * 17, 6) * 0.25;
            double lit = Noise.clamp((dx * -light - dy * 0.42 + dz * 0.66) * 1.15);
            int colour = Ramp.blend(night, ramp.at(band), 0.05 + 0.95 * lit * lit * (3 - 2 * lit));
            colour = Ramp.blend(colour, rim, lit * Noise.step(0.8, 1, flat) * 0.4);
            return colour & 0xFFFFFF | (int) (255 * Noise.clamp((1 - flat) * 60)) << 24;
        });
    }

    private void rings(double cx, double cy, double radius, double tilt, boolean front) {
        var pen = canvas.pen();
        AffineTransform saved = pen.getTransform();
        Shape clip = pen.getClip();
        pen.translate(cx, cy);
        pen.rotate(tilt);
        pen.clip(new Rectangle2D.Double(-4, front ? 0 : -4, 8, 4));
        for (int i = 0; i < 30; i++) {
            double r = radius * (1.3 + i * 0.03);
            double bright = noise.at(i * 0.9, 4);
            Ink ink = bands[0].mix(bands[1], noise.at(i * 0.7, 1));
            pen.setPaint(ink.color(0.12 + 0.7 * bright * bright));
            pen.setStroke(new BasicStroke((float) (radius * 0.024)));
            pen.draw(new Ellipse2D.Double(-r, -r * 0.25, 2 * r, r * 0.5));
        }
        pen.setTransform(saved);
        pen.setClip(clip);
    }

    private void moon(Ink dark) {
        double x = sketch.focusX() * 0.9;
        double y = sketch.height() * dice.between(0.12, 0.26);
        double r = dice.between(0.02, 0.045);
        var shading = new RadialGradientPaint(
                (float) (x - r * 0.5), (float) (y - r * 0.4), (float) (r * 1.7), new float[] {0, 0.5f, 1}, new Color[] {
                    bands[0].color(), bands[1].mix(dark, 0.3).color(), dark.color()
                });
        canvas.disc(x, y, r, shading);
    }

    private Stage ground(Ink dark) {
        double height = sketch.height();
        for (int row = 0; row < 3; row++) {
            int depth = row;
            Ink top = bands[1].mix(dark, 0.35 + depth * 0.22);
            Ink foot = bands[2].mix(dark, 0.72 + depth * 0.1);
            sketch.layer(
                    x -> height * (0.83 + depth * 0.06)
                            - 0.11 * (noise.crest(x * (1.9 + depth) + depth * 5, depth, 5) - 0.3),
                    Canvas.down(height * 0.74, height, top.color(), foot.color()));
        }
        craters(dark, height);
        return new Stage(sketch.focusX(), height * 0.96, 0.15);
    }

    private void craters(Ink dark, double height) {
        Ink edge = bands[1].mix(dark, 0.6);
        for (int i = 0; i < 5 * canvas.width(); i++) {
            double x = dice.roll() * canvas.width();
            double y = height * dice.between(0.955, 0.995);
            double r = dice.between(0.012, 0.035);
            var bowl = new Area(new Ellipse2D.Double(x - r, y - r * 0.28, 2 * r, r * 0.56));
            canvas.fill(bowl, edge.color(0.7));
            bowl.intersect(new Area(new Ellipse2D.Double(x - r, y - r * 0.34, 2 * r, r * 0.5)));
            canvas.fill(bowl, dark.color(0.6));
        }
    }
}
