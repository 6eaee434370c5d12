package org.genonaut.simulator.run;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Reads and scales images. */
final class Pixels {
    private Pixels() {}

    static BufferedImage read(Path file) {
        try {
            return checked(ImageIO.read(file.toFile()), file);
        } catch (IOException e) {
            throw unidentified(file);
        }
    }

    private static BufferedImage checked(@Nullable BufferedImage image, Path file) {
        if (image == null) {
            throw unidentified(file);
        }
        return image;
    }

    private static NodeException unidentified(Path file) {
        return NodeException.of("PIL.UnidentifiedImageError", "cannot identify image file '" + file + "'");
    }

    static BufferedImage rgb(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_INT_RGB
                ? image
                : scaled(image, image.getWidth(), image.getHeight());
    }

    static BufferedImage scaled(BufferedImage image, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }
}
