package org.genonaut.simulator.drawing;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.genonaut.simulator.drawing.canvas.Blur;
import org.genonaut.simulator.drawing.canvas.Canvas;
import org.genonaut.simulator.drawing.canvas.Noise;

/** Lets the bright parts of a picture spread into their surroundings. */
final class Bloom {

    private Bloom() {}

    static void add(Canvas canvas, double amount) {
        var image = canvas.image();
        double scale = Math.min(1, 256.0 / Math.min(image.getWidth(), image.getHeight()));
        int width = Math.max(2, (int) (image.getWidth() * scale));
        int height = Math.max(2, (int) (image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        var pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        int[] pixels = ((DataBufferInt) small.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = bright(pixels[i], amount);
        }
        Blur.apply(pixels, width, height, 8);
        var target = canvas.image().createGraphics();
        target.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        target.drawImage(small, 0, 0, image.getWidth(), image.getHeight(), null);
        target.dispose();
    }

    /** Premultiplied: opaque where bright, clear where dark. */
    private static int bright(int pixel, double amount) {
        int red = pixel >> 16 & 255;
        int green = pixel >> 8 & 255;
        int blue = pixel & 255;
        double light = (red * 77 + green * 150 + blue * 29) / 65280.0;
        double share = Noise.step(0.45, 0.95, light) * Math.min(0.75, 0.5 * amount);
        int warm = (int) (255 * share);
        return warm << 24
                | (int) (Math.min(255, red + 24) * share) << 16
                | (int) (Math.min(255, green + 14) * share) << 8
                | (int) (blue * share);
    }
}
