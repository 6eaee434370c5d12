package org.genonaut.simulator.drawing;

import java.awt.image.BufferedImage;

/** Draws a picture for a scene; thread-safe, works without a display. */
public final class Painter {

    private Painter() {}

    /** The scene's picture, opaque, {@link BufferedImage#TYPE_INT_RGB}; equal scenes give equal pixels. */
    public static BufferedImage paint(Scene scene) {
        var words = new Words(scene.prompt());
        var unwanted = new Words(scene.negativePrompt());
        var style = Style.of(scene.checkpoint());
        var dice = new Dice(Dice.hash(scene.seed().toString()));
        var mood = Mood.of(words, unwanted, style, dice.forPart("mood"));
        var palette = Palette.of(words, mood, style, dice.forPart("palette"));
        try (var canvas = new Canvas(scene.width(), scene.height())) {
            var sketch = Sketch.begin(canvas, palette, mood, style, words, unwanted, dice);
            Ridges.draw(sketch);
            return canvas.image();
        }
    }
}
