package org.genonaut.simulator.drawing.place;

import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.canvas.Ramp;
import org.genonaut.simulator.drawing.scene.Mood.Time;
import org.genonaut.simulator.drawing.scene.Mood.Weather;
import org.genonaut.simulator.drawing.scene.Palette;
import org.genonaut.simulator.drawing.scene.Sketch;

/** The sky down to a horizon, with what shines and drifts in it. */
final class Sky {

    private final Sketch sketch;
    private final Canvas canvas;
    private final Palette palette;
    private final double horizon;
    private final Dice dice;

    private Sky(Sketch sketch, double horizon) {
        this.sketch = sketch;
        this.canvas = sketch.canvas();
        this.palette = sketch.palette();
        this.horizon = horizon;
        this.dice = sketch.dice("sky");
    }

    /** Paints it and tells the height of the sun or moon. */
    static double paint(Sketch sketch, double horizon) {
        return new Sky(sketch, horizon).paint();
    }

    private double paint() {
        boolean clouds = !sketch.unwanted().has("cloud");
        backdrop(clouds);
        var mood = sketch.mood();
        if (mood.night() && !mood.is(Weather.STORM) && !mood.is(Weather.FOG)) {
            stars();
        }
        if (mood.aurora()) {
            Aurora.paint(sketch, horizon);
        }
        double sunY = horizon * sunHeight();
        if (!mood.aurora()) {
            sun(sketch.sunX(), sunY);
        }
        if (clouds && sketch.style().billows() && !mood.aurora()) {
            billows();
        }
        return sunY;
    }

    private double sunHeight() {
        return switch (sketch.mood().time()) {
            case DAWN -> dice.between(0.62, 0.78);
            case DAY -> dice.between(0.28, 0.42);
            case GOLDEN -> dice.between(0.5, 0.66);
            case SUNSET -> dice.between(0.76, 0.9);
            case NIGHT -> dice.between(0.3, 0.48);
        };
    }

    private void backdrop(boolean clouds) {
        var noise = dice.noise();
        var ramp = palette.sky();
        int white = palette.horizon().lighter(0.35).argb(1);
        int dark = palette.zenith().mix(palette.near(), 0.35).argb(1);
        boolean storm = sketch.mood().is(Weather.STORM);
        double cover = !clouds || sketch.style().billows() && !storm ? 0 : cover();
        canvas.shade(new Rectangle2D.Double(0, 0, canvas.width(), horizon + 0.02), 360, (x, y) -> {
            double v = y / horizon;
            int base = ramp.at(v);
            if (cover == 0) {
                return base;
            }
            double streak = noise.sum(x * 1.5 + 3, y * 5.2, 5);
            double light = Noise.step(0.5, 0.8, streak) * cover * Noise.step(1.05, 0.35, v);
            int lit = Ramp.blend(base, white, light);
            return storm ? Ramp.blend(lit, dark, Noise.step(0.56, 0.3, streak) * 0.6 * (1 - v)) : lit;
        });
    }

    private double cover() {
        return switch (sketch.mood().weather()) {
            case CLEAR -> 0.45;
            case CLOUDY -> 0.85;
            case FOG -> 0.3;
            case STORM -> 0.8;
            case RAIN -> 0.65;
            case SNOW -> 0.5;
        };
    }

    private void stars() {
        int count = (int) (180 * canvas.width() * Math.min(2, canvas.height()));
        for (int i = 0; i < count; i++) {
            double bright = dice.roll();
            double radius = 0.0007 + bright * bright * bright * 0.0022;
            double y = dice.roll() * horizon * 0.95;
            double alpha = (0.25 + 0.7 * dice.roll()) * (1 - y / horizon * 0.7);
            canvas.disc(
                    dice.roll() * canvas.width(), y, radius, Ink.of(0xFFF8EA).color(alpha));
        }
    }

    private void sun(double x, double y) {
        var mood = sketch.mood();
        if (mood.is(Weather.STORM) || mood.is(Weather.RAIN)) {
            canvas.glow(x, y, 0.9, palette.light(), 0.3);
            return;
        }
        Ink disc = palette.light().lighter(0.35);
        double radius = mood.time() == Time.DAY ? 0.042 : dice.between(0.05, 0.085);
        canvas.glow(x, y, 0.85, palette.light(), mood.night() ? 0.34 : 0.6);
        canvas.glow(x, y, radius * 3.2, palette.light(), 0.5);
        canvas.disc(x, y, radius, disc.color(mood.is(Weather.FOG) ? 0.7 : 0.97));
        if (mood.night()) {
            Ink spot = palette.light().mix(palette.low(), 0.2);
            canvas.disc(x - radius * 0.3, y - radius * 0.2, radius * 0.2, spot.color(0.5));
            canvas.disc(x + radius * 0.25, y + radius * 0.3, radius * 0.28, spot.color(0.4));
            canvas.disc(x + radius * 0.36, y - radius * 0.38, radius * 0.12, spot.color(0.4));
        }
    }

    /** Round clouds on flat bases, shaded below, as painted backgrounds have them. */
    private void billows() {
        int count = 3 + (int) (canvas.width() * 2) + dice.below(3);
        for (int i = 0; i < count; i++) {
            double near = (i + 1.0) / count;
            double y = horizon * (0.9 - 0.62 * near + dice.between(-0.06, 0.06));
            billow(dice.between(-0.1, canvas.width() + 0.1), y, dice.between(0.16, 0.3) * (0.45 + near));
        }
    }

    private void billow(double x, double y, double size) {
        var cloud = new Area();
        int puffs = 6 + dice.below(4);
        for (int i = 0; i < puffs; i++) {
            double along = (i + 0.5) / puffs * 2 - 1;
            double radius = size * (0.16 + 0.2 * (1 - along * along)) * dice.between(0.75, 1.2);
            double rise = size * 0.28 * (1 - along * along) * dice.between(0.1, 1);
            double px = x + along * size * 0.85;
            cloud.add(new Area(new Ellipse2D.Double(px - radius, y - rise - radius, 2 * radius, 2 * radius)));
        }
        cloud.intersect(new Area(new Rectangle2D.Double(x - 2 * size, y - 2 * size, 4 * size, 2 * size)));
        Ink top = palette.horizon()
                .mix(palette.light(), 0.5)
                .lighter(sketch.mood().night() ? 0 : 0.35);
        top = sketch.mood().night() ? palette.low().lighter(0.12) : top;
        Ink foot = palette.low().mix(palette.high(), 0.35);
        double height = cloud.getBounds2D().getHeight();
        canvas.fill(
                cloud,
                Canvas.down(y - height, y, top.color(0.96), top.mix(foot, 0.35).color(0.9), foot.color(0.25)));
    }
}
