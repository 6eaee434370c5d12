package org.genonaut.simulator.image;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Brings images to a size and to plain RGB. */
public final class Pixels {
    private Pixels() {}

    public static BufferedImage rgb(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_INT_RGB
                ? image
                : scaled(image, image.getWidth(), image.getHeight());
    }

    public static BufferedImage scaled(BufferedImage image, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }
}
