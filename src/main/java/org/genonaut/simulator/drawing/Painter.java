package org.genonaut.simulator.drawing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;

/** Paints a scene; the same scene always gives the same pixels. */
public final class Painter {
    private Painter() {}

    /** Returns an RGB image of the scene's size. */
    public static BufferedImage paint(Scene scene) {
        var image = new BufferedImage(scene.width(), scene.height(), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(
                0, 0, colour(scene.prompt().hashCode()), scene.width(), scene.height(), colour(scene.hashCode())));
        graphics.fillRect(0, 0, scene.width(), scene.height());
        graphics.dispose();
        return image;
    }

    private static Color colour(int hash) {
        return Color.getHSBColor((hash & 0xFFFF) / 65536f, 0.55f, 0.85f);
    }
}
