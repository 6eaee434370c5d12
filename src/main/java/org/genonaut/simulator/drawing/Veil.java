package org.genonaut.simulator.drawing;

import java.awt.geom.Path2D;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Drawn;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.place.Place;
import org.genonaut.simulator.drawing.scene.Mood;
import org.genonaut.simulator.drawing.scene.Sketch;

/** What hangs or falls between us and the picture: rain, snow, fog, petals. */
final class Veil {

    private Veil() {}

    /** Fog lies behind the figure, or nobody would see it. */
    static void behind(Sketch sketch, Place place) {
        if (outdoors(place) && sketch.mood().is(Mood.Weather.FOG)) {
            fog(sketch, sketch.dice("veil"));
        }
    }

    static void before(Sketch sketch, Place place) {
        if (!outdoors(place)) {
            return;
        }
        var dice = sketch.dice("veil");
        switch (sketch.mood().weather()) {
            case RAIN -> rain(sketch, dice, 0.2);
            case STORM -> rain(sketch, dice, sketch.words().has("rain") ? 0.16 : 0.05);
            case SNOW -> snow(sketch, dice);
            case CLEAR, CLOUDY, FOG -> birds(sketch, dice, place);
        }
    }

    private static boolean outdoors(Place place) {
        return switch (place) {
            case SPACE, POND, COURTYARD, ROOM, TABLETOP, WINDOWSILL, FLOW, BACKDROP -> false;
            case STREET, FOREST, CITY, DUNES, SEA, MEADOW, RIDGES -> true;
        };
    }

    private static void rain(Sketch sketch, Dice dice, double strength) {
        var near = new Path2D.Double();
        for (int i = 0; i < 420 * sketch.width() * sketch.height(); i++) {
            double x = dice.between(-0.05, sketch.width());
            double y = dice.between(-0.05, sketch.height());
            double length = dice.between(0.02, 0.06);
            near.moveTo(x, y);
            near.lineTo(x - length * 0.22, y + length);
        }
        sketch.canvas().stroke(near, 0.0013, Ink.of(0xE6EEF4).color(strength));
    }

    private static void snow(Sketch sketch, Dice dice) {
        var canvas = sketch.canvas();
        for (int i = 0; i < 240 * sketch.width() * sketch.height(); i++) {
            double bright = dice.roll();
            double radius = 0.0012 + 0.006 * bright * bright * bright;
            canvas.disc(
                    dice.roll() * sketch.width(),
                    dice.roll() * sketch.height(),
                    radius,
                    Ink.WHITE.color(dice.between(0.35, 0.9)));
        }
    }

    private static void fog(Sketch sketch, Dice dice) {
        Ink air = sketch.palette().horizon();
        var noise = dice.noise();
        int colour = air.rgb();
        double height = sketch.height();
        sketch.canvas().shade(200, (x, y) -> {
            double v = y / height;
            double bank = noise.sum(x * 1.1, v * 4, 4);
            double alpha = Noise.step(0.42, 0.75, bank) * 0.75 * Noise.step(0.25, 0.55, v) * Noise.step(1.05, 0.8, v);
            return colour | (int) (alpha * 255) << 24;
        });
    }

    private static void birds(Sketch sketch, Dice dice, Place place) {
        boolean sky = place == Place.SEA || place == Place.MEADOW || place == Place.RIDGES;
        if (!sky
                || sketch.mood().night()
                || sketch.unwanted().has("bird")
                || !(dice.chance(0.4) || sketch.words().has("bird", "gull", "seagull"))) {
            return;
        }
        double x = sketch.sunX() + dice.between(-0.2, 0.1);
        double y = sketch.height() * dice.between(0.16, 0.3);
        for (int i = 0; i < 4 + dice.below(4); i++) {
            double size = dice.between(0.014, 0.026);
            sketch.canvas()
                    .stroke(
                            Drawn.path(
                                    "M -100 -20 Q -50 -60 0 0 Q 50 -60 100 -20",
                                    x + dice.between(-0.16, 0.16),
                                    y + dice.between(-0.06, 0.06),
                                    size),
                            size * 0.12,
                            sketch.palette().near().color(0.75));
        }
    }
}
