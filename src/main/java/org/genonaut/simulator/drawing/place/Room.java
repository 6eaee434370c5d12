package org.genonaut.simulator.drawing.place;

import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.figure.Figure;
import org.genonaut.simulator.drawing.figure.Stage;
import org.genonaut.simulator.drawing.scene.Mood;
import org.genonaut.simulator.drawing.scene.Sketch;

/** A quiet room: a wall with the window's light on it, a floor, furniture or a desk. */
final class Room {

    private Room() {}

    static Stage draw(Sketch sketch, Figure figure) {
        var canvas = sketch.canvas();
        var palette = sketch.palette();
        var dice = sketch.dice("room");
        double height = sketch.height();
        boolean lamp = sketch.mood().night() || sketch.mood().time() == Mood.Time.SUNSET;
        Ink paint =
                dice.oneOf(Ink.of(0xB9C2A6), Ink.of(0xE3CBA8), Ink.of(0xC7B7AE), Ink.of(0xA9BDB9), Ink.of(0xDDB09A));
        Ink wall = sketch.style()
                .of(lamp ? paint.mix(Ink.of(0x6A4636), 0.45) : paint)
                .mix(palette.horizon(), 0.12);
        canvas.fill(Canvas.linear(
                0,
                0,
                canvas.width(),
                height,
                wall.lighter(0.12).color(),
                wall.darker(0.12).color()));
        double floor = height * 0.78;
        window(sketch, wall, floor);
        boolean desk = figure == Figure.PORTRAIT || figure == Figure.VASE || figure == Figure.HERBS;
        Furniture.shelf(sketch, dice, wall);
        Ink wood = sketch.style().of(lamp ? Ink.of(0x7A4A30) : Ink.of(0xA8714A));
        floorboards(canvas, wood, floor);
        Furniture.hangingLamp(sketch, dice, wall, lamp);
        Furniture.plant(sketch, dice, floor);
        if (figure == Figure.NONE) {
            Furniture.armchair(sketch, floor);
        }
        double x = desk ? canvas.width() / 2 + (sketch.focusX() - canvas.width() / 2) * 0.35 : sketch.focusX();
        return desk ? new Stage(x, height * 0.86, Math.min(0.78, height * 0.7)) : new Stage(x, floor + 0.08, 0.26);
    }

    /** A window with the hour's sky in it. */
    private static void window(Sketch sketch, Ink wall, double floor) {
        var canvas = sketch.canvas();
        var palette = sketch.palette();
        double wide = Math.min(0.42, canvas.width() * 0.36);
        double tall = Math.min(0.52, floor * 0.6);
        double x = sketch.sunX() - wide / 2;
        x = Noise.clamp(x / (canvas.width() - wide)) * (canvas.width() - wide - 0.08) + 0.04;
        double y = floor * 0.16;
        canvas.box(
                x - 0.022,
                y - 0.022,
                wide + 0.044,
                tall + 0.044,
                wall.lighter(0.55).color());
        canvas.box(
                x,
                y,
                wide,
                tall,
                Canvas.down(
                        y,
                        y + tall,
                        palette.zenith().mix(palette.high(), 0.5).color(),
                        palette.low().color(),
                        palette.horizon().color()));
        var clip = canvas.pen().getClip();
        canvas.pen().clip(new RoundRectangle2D.Double(x, y, wide, tall, 0.002, 0.002));
        canvas.disc(x + wide * 0.66, y + tall * 0.4, 0.045, palette.light().color(0.95));
        canvas.glow(x + wide * 0.66, y + tall * 0.4, 0.3, palette.light(), 0.5);
        var noise = sketch.dice("view").noise();
        for (int i = 0; i < 3; i++) {
            int row = i;
            canvas.below(
                    u -> y + tall * (0.66 + row * 0.11) - 0.1 * (noise.sum(u * 5 + row * 4, row, 3) - 0.4),
                    palette.ground(0.2 + row * 0.28).color());
        }
        canvas.pen().setClip(clip);
        Ink frame = wall.lighter(0.6);
        canvas.box(x + wide / 2 - 0.006, y, 0.012, tall, frame.color());
        canvas.box(x, y + tall * 0.42, wide, 0.012, frame.color());
        canvas.box(
                x - 0.04,
                y + tall + 0.02,
                wide + 0.08,
                0.022,
                frame.mix(wall, 0.2).color());
        beam(sketch, x, y, wide, tall);
    }

    private static void beam(Sketch sketch, double x, double y, double wide, double tall) {
        double toward = sketch.sunX() > sketch.focusX() ? -1 : 1;
        double strength = sketch.mood().night() ? 0.08 : 0.22;
        double height = sketch.height();
        sketch.canvas()
                .soft(
                        0.02,
                        light -> light.polygon(
                                Canvas.down(
                                        y,
                                        height,
                                        sketch.palette().light().color(strength),
                                        sketch.palette().light().color(0)),
                                x,
                                y,
                                x + wide,
                                y,
                                x + wide + toward * 0.55,
                                height,
                                x + toward * 0.55 - 0.1,
                                height));
        sketch.canvas().glow(x + wide / 2, y + tall / 2, 0.75, sketch.palette().light(), strength);
    }

    private static void floorboards(Canvas canvas, Ink wood, double floor) {
        double height = canvas.height();
        canvas.box(
                0,
                floor,
                canvas.width(),
                height - floor + 0.01,
                Canvas.down(
                        floor,
                        height,
                        wood.lighter(0.12).color(),
                        wood.darker(0.25).color()));
        canvas.box(0, floor - 0.014, canvas.width(), 0.014, wood.lighter(0.4).color());
        double middle = canvas.width() / 2;
        for (int i = -30; i <= 30; i++) {
            double top = middle + i * 0.12;
            double bottom = middle + i * 0.24;
            canvas.stroke(
                    new Line2D.Double(top, floor, bottom, height),
                    0.0018,
                    wood.darker(0.4).color(0.5));
        }
    }
}
