package org.genonaut.simulator.drawing.scene;

import java.awt.Paint;
import java.awt.geom.AffineTransform;
import java.util.function.DoubleUnaryOperator;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Dice;

/**
 * All that the parts of a picture share while it is drawn.
 *
 * @param focusX where the figure stands, chosen once so that sun, path and figure agree
 * @param sunX where the light comes from, away from the figure
 */
public record Sketch(
        Canvas canvas,
        Palette palette,
        Mood mood,
        Style style,
        Treatment treatment,
        Words words,
        Words unwanted,
        Dice dice,
        double focusX,
        double sunX) {

    public static Sketch begin(
            Canvas canvas,
            Palette palette,
            Mood mood,
            Style style,
            Treatment treatment,
            Words words,
            Words unwanted,
            Dice dice) {
        var composition = dice.forPart("composition");
        boolean left = composition.chance(0.5);
        double third = composition.between(0.3, 0.4);
        double other = composition.between(0.62, 0.76);
        double width = canvas.width();
        double reach = Math.min(width, 2.6) / width;
        double focus = 0.5 + ((left ? third : 1 - third) - 0.5) * reach;
        double sun = 0.5 + ((left ? other : 1 - other) - 0.5) * reach;
        return new Sketch(canvas, palette, mood, style, treatment, words, unwanted, dice, focus * width, sun * width);
    }

    public double width() {
        return canvas.width();
    }

    public double height() {
        return canvas.height();
    }

    public Dice dice(String part) {
        return dice.forPart(part);
    }

    /** One hill or wave of many: a filled line, which throws a shadow upwards where the style cuts paper. */
    public void layer(DoubleUnaryOperator line, Paint paint) {
        var area = canvas.area(line);
        if (style.paper() || treatment.paper() > 0) {
            canvas.soft(0.016, shadow -> {
                shadow.pen().transform(AffineTransform.getTranslateInstance(0, -0.008));
                shadow.fill(area, palette.near().color(0.34 + 0.2 * treatment.paper()));
            });
        }
        canvas.fill(area, paint);
    }
}
