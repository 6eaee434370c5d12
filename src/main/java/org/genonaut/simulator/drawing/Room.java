package org.genonaut.simulator.drawing;

import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

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
        shelf(sketch, dice, wall);
        Ink wood = sketch.style().of(lamp ? Ink.of(0x7A4A30) : Ink.of(0xA8714A));
        floorboards(canvas, wood, floor);
        hangingLamp(sketch, dice, wall, lamp);
        plant(sketch, dice, floor);
        if (figure == Figure.NONE) {
            armchair(sketch, floor);
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

    private static void shelf(Sketch sketch, Dice dice, Ink wall) {
        var canvas = sketch.canvas();
        boolean left = sketch.sunX() > canvas.width() / 2;
        double wide = Math.min(0.34, canvas.width() * 0.3);
        double x = left ? canvas.width() * 0.06 : canvas.width() * 0.94 - wide;
        Ink board = wall.mix(Ink.of(0x6A4630), 0.7);
        for (int row = 0; row < 2; row++) {
            double y = sketch.height() * (0.3 + 0.16 * row);
            canvas.box(x, y, wide, 0.012, board.color());
            canvas.box(x, y + 0.012, wide, 0.01, wall.darker(0.3).color(0.35));
            double at = x + 0.015;
            while (at < x + wide - 0.05) {
                at += jar(canvas, sketch, dice, at, y) + 0.008;
            }
        }
    }

    /** A book or a jar; tells how wide it is. */
    private static double jar(Canvas canvas, Sketch sketch, Dice dice, double x, double shelf) {
        Ink ink = dice.oneOf(
                        sketch.palette().accent(),
                        sketch.palette().second(),
                        Ink.of(0x7C9A86),
                        Ink.of(0xE9DEC8),
                        Ink.of(0x5B6C7F))
                .mix(Ink.of(0xC9A27E), 0.25);
        if (dice.chance(0.6)) {
            double wide = dice.between(0.014, 0.026);
            double tall = dice.between(0.06, 0.1);
            canvas.box(x, shelf - tall, wide, tall, ink.color());
            canvas.box(x, shelf - tall * 0.82, wide, 0.005, ink.lighter(0.4).color());
            return wide;
        }
        double wide = 0.045;
        double tall = dice.between(0.05, 0.075);
        canvas.fill(
                new RoundRectangle2D.Double(x, shelf - tall, wide, tall, 0.02, 0.02),
                Canvas.across(
                        x,
                        x + wide,
                        ink.lighter(0.3).color(),
                        ink.color(),
                        ink.darker(0.2).color()));
        canvas.box(
                x + 0.006,
                shelf - tall - 0.01,
                wide - 0.012,
                0.014,
                Ink.of(0xB98A5A).color());
        return wide;
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

    private static void hangingLamp(Sketch sketch, Dice dice, Ink wall, boolean lit) {
        var canvas = sketch.canvas();
        double x = sketch.focusX() + dice.between(-0.05, 0.05);
        double y = Math.min(0.16, sketch.height() * 0.15);
        canvas.box(x - 0.0015, 0, 0.003, y, wall.darker(0.6).color());
        if (lit) {
            canvas.glow(x, y + 0.06, 0.7, Palette.LAMP, 0.6);
        }
        canvas.fill(
                Drawn.path("M -60 55 C -50 -30 50 -30 60 55 Z", x, y, 0.1),
                sketch.palette().accent().darker(0.2).color());
        canvas.oval(x, y + 0.055, 0.06, 0.008, (lit ? Palette.LAMP : wall.lighter(0.4)).color());
    }

    private static void plant(Sketch sketch, Dice dice, double floor) {
        var canvas = sketch.canvas();
        boolean left = sketch.focusX() > canvas.width() / 2;
        double x = left ? 0.11 : canvas.width() - 0.11;
        double y = floor + 0.09;
        Ink leaf = sketch.style().of(Ink.of(0x3F6B4C)).mix(sketch.palette().near(), 0.2);
        for (int i = 0; i < 13; i++) {
            double turn = (i - 6) * 0.2 + dice.between(-0.1, 0.1);
            Flowers.leaf(canvas, x, y - 0.11, dice.between(0.16, 0.27), turn, leaf.lighter(dice.between(0, 0.22)));
        }
        canvas.fill(
                Drawn.path("M -60 -130 L 60 -130 L 42 0 L -42 0 Z", x, y, 0.1),
                Canvas.across(
                        x - 0.06,
                        x + 0.06,
                        Ink.of(0xF0E6D6).color(),
                        Ink.of(0xC2AC92).color()));
    }

    private static void armchair(Sketch sketch, double floor) {
        var canvas = sketch.canvas();
        var saved = canvas.pen().getTransform();
        canvas.oval(sketch.focusX(), floor + 0.1, 0.2, 0.022, Ink.BLACK.color(0.22));
        canvas.pen().translate(sketch.focusX(), floor + 0.1);
        canvas.pen().scale(0.0035, 0.0035);
        Ink cloth = sketch.palette().accent().mix(Ink.of(0xD98A5F), 0.35);
        canvas.stroke(new Line2D.Double(-34, -20, -40, 0), 4, Ink.of(0x4A2E1E).color());
        canvas.stroke(new Line2D.Double(34, -20, 40, 0), 4, Ink.of(0x4A2E1E).color());
        canvas.fill(
                Drawn.path("M -40 -50 C -44 -108 -24 -116 0 -116 C 24 -116 44 -108 40 -50 L 36 -24 L -36 -24 Z"),
                Canvas.across(
                        -44,
                        44,
                        cloth.lighter(0.14).color(),
                        cloth.color(),
                        cloth.darker(0.22).color()));
        canvas.fill(
                Drawn.path(
                        "M -50 -62 C -58 -62 -58 -20 -48 -18 L 48 -18 C 58 -20 58 -62 50 -62 C 42 -62 40 -50 38 -42 L -38 -42 C -40 -50 -42 -62 -50 -62 Z"),
                Canvas.down(
                        -62,
                        -18,
                        cloth.lighter(0.08).color(),
                        cloth.darker(0.25).color()));
        canvas.fill(
                Drawn.path("M -38 -44 Q 0 -54 38 -44 L 38 -34 Q 0 -30 -38 -34 Z"),
                cloth.lighter(0.22).color());
        canvas.pen().setTransform(saved);
    }
}
