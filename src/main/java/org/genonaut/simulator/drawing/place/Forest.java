package org.genonaut.simulator.drawing.place;

import java.awt.geom.Path2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.canvas.Ramp;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Sketch;

/** Between tall trunks, with light falling through. */
final class Forest {

    private static final int ROWS = 6;

    private Forest() {}

    static Stage draw(Sketch sketch) {
        var palette = sketch.palette();
        var canvas = sketch.canvas();
        var dice = sketch.dice("forest");
        var noise = dice.noise();
        double height = sketch.height();
        Ink far = palette.horizon()
                .mix(palette.land(), 0.12)
                .mix(palette.low(), sketch.mood().night() ? 0.6 : 0.15);
        Ink deep = palette.land().mix(palette.high(), 0.35).mix(palette.near(), 0.25);
        var air = new Ramp(far, far.mix(deep, 0.45), deep);
        canvas.shade(300, (x, y) -> air.at(y / height * 0.85 + (noise.sum(x * 2, y * 3, 4) - 0.45) * 0.5));
        canvas.glow(sketch.sunX(), height * 0.1, 0.95, palette.light(), 0.7);
        for (int row = 0; row < ROWS; row++) {
            double t = row / (ROWS - 1.0);
            Ink ink = far.mix(deep, 0.35 + t * 0.5).mix(palette.near(), StrictMath.pow(t, 1.4));
            row(sketch, dice, noise, row, t, ink);
            if (row == ROWS - 3) {
                shafts(sketch, dice);
            }
        }
        return new Stage(sketch.focusX(), height * 0.885, 0.2);
    }

    private static void row(Sketch sketch, Dice dice, Noise noise, int row, double t, Ink ink) {
        double height = sketch.height();
        double floor = height * (0.77 + t * 0.13);
        var canvas = sketch.canvas();
        Ink soil = ink.mix(sketch.palette().land(), 0.25 * (1 - t));
        canvas.below(
                x -> floor + 0.06 * (noise.sum(x * 3 + row * 4, row, 4) - 0.5),
                Canvas.down(
                        floor - 0.03,
                        floor + 0.16,
                        soil.color(),
                        soil.mix(sketch.palette().near(), 0.25).color()));
        int trunks = (int) ((13 - row * 1.6) * sketch.width()) + 2;
        var wood = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < trunks; i++) {
            double x = (i + dice.roll()) / trunks * sketch.width();
            boolean clearing = row > 2 && Math.abs(x - sketch.focusX()) < 0.12 + 0.04 * row;
            double girth = (0.006 + t * t * 0.036) * dice.between(0.6, 1.4);
            if (!clearing) {
                trunk(wood, dice, x, girth, floor + 0.02 + t * 0.02, height);
            }
        }
        canvas.fill(wood, ink.color());
        if (sketch.mood().autumn() || sketch.mood().spring()) {
            leaves(sketch, dice, t);
        }
    }

    private static void trunk(Path2D wood, Dice dice, double x, double girth, double foot, double height) {
        double lean = dice.between(-0.02, 0.02);
        wood.moveTo(x + lean - girth * 0.45, -0.02);
        wood.lineTo(x + lean + girth * 0.45, -0.02);
        wood.quadTo(x + girth * 0.5, foot * 0.8, x + girth * 1.1, foot);
        wood.lineTo(x - girth * 1.1, foot);
        wood.quadTo(x - girth * 0.5, foot * 0.8, x + lean - girth * 0.45, -0.02);
        wood.closePath();
        for (int branch = 0; branch < 7; branch++) {
            double y = height * dice.between(0.01, 0.55);
            double reach = dice.side() * dice.between(0.03, 0.11) * (0.5 + girth * 20);
            double thick = girth * 0.12 + 0.0008;
            double at = x + lean * (1 - y / height);
            wood.moveTo(at, y - thick);
            wood.quadTo(at + reach * 0.6, y - thick, at + reach, y + Math.abs(reach) * 0.45);
            wood.quadTo(at + reach * 0.55, y + thick, at, y + thick * 2);
            wood.closePath();
        }
    }

    private static void leaves(Sketch sketch, Dice dice, double t) {
        Ink[] tones = sketch.mood().autumn()
                ? new Ink[] {Ink.of(0xD9782B), Ink.of(0xC2502A), Ink.of(0xE3A83A)}
                : new Ink[] {Ink.of(0xE9A8B8), Ink.of(0xF4CFD6), Ink.of(0xB9CF8F)};
        int count = (int) (130 * sketch.width());
        for (int i = 0; i < count; i++) {
            double up = dice.roll();
            double radius = (0.005 + 0.011 * t) * dice.between(0.5, 1.5);
            Ink ink = sketch.palette().horizon().mix(sketch.palette().lit(dice.oneOf(tones)), 0.35 + 0.65 * t);
            sketch.canvas()
                    .oval(
                            dice.roll() * sketch.width(),
                            up * up * sketch.height() * 0.5,
                            radius * 1.3,
                            radius,
                            ink.color(dice.between(0.35, 0.85)));
        }
    }

    private static void shafts(Sketch sketch, Dice dice) {
        var light = sketch.palette().light();
        double height = sketch.height();
        double drift = sketch.sunX() < sketch.focusX() ? 1 : -1;
        double strength = sketch.mood().night() ? 0.14 : 0.3;
        sketch.canvas().soft(0.014, beams -> {
            for (int i = 0; i < 7; i++) {
                double x = sketch.sunX() + dice.between(-0.3, 0.35);
                double wide = dice.between(0.02, 0.07);
                double shift = drift * dice.between(0.15, 0.4) * height;
                beams.polygon(
                        Canvas.down(0, height * 0.9, light.color(strength), light.color(0)),
                        x,
                        -0.02,
                        x + wide,
                        -0.02,
                        x + shift + wide * 2.6,
                        height,
                        x + shift - wide,
                        height);
            }
        });
    }
}
