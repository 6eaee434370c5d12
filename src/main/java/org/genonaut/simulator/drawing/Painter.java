package org.genonaut.simulator.drawing;

import java.awt.image.BufferedImage;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.figure.Figure;
import org.genonaut.simulator.drawing.place.Place;
import org.genonaut.simulator.drawing.scene.Mood;
import org.genonaut.simulator.drawing.scene.Palette;
import org.genonaut.simulator.drawing.scene.Scene;
import org.genonaut.simulator.drawing.scene.Sketch;
import org.genonaut.simulator.drawing.scene.Style;
import org.genonaut.simulator.drawing.scene.Treatment;
import org.genonaut.simulator.drawing.scene.Words;

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
            var treatment = Treatment.of(scene.loras());
            var sketch = Sketch.begin(canvas, palette, mood, style, treatment, words, unwanted, dice);
            var figure = Figure.of(words, unwanted);
            var place = Place.of(words, unwanted, figure, dice.forPart("place"));
            var stage = place.draw(sketch, figure);
            Veil.behind(sketch, place);
            figure.draw(sketch, stage);
            Veil.before(sketch, place);
            Finish.apply(sketch);
            return canvas.image();
        }
    }
}
