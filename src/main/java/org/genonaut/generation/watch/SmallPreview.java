package org.genonaut.generation.watch;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.genonaut.comfyui.Preview;

/**
 * Makes a preview small enough for the database. One that is too large is scaled rather than left out, because detailed
 * previews of 512 pixels are often too large, and their watchers would never see any.
 */
final class SmallPreview {

    static final int MAX_BYTES = 100 * 1024;

    private static final int SIDE = 320;

    /** Nobody previews in more pixels; whoever says so wants our memory. */
    private static final long MOST_PIXELS = 4096L * 4096;

    private SmallPreview() {}

    /** The preview itself, or a smaller JPEG of it; empty when it is no picture that can be read. */
    static Optional<Preview> of(Preview preview) {
        if (preview.bytes().length <= MAX_BYTES) {
            return Optional.of(preview);
        }
        try {
            return read(preview).map(SmallPreview::scaled).flatMap(SmallPreview::jpeg);
        } catch (IOException | RuntimeException unreadable) {
            // The decoders throw whatever comes to their mind about a broken file.
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(Preview preview) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(preview.bytes()))) {
            var readers = ImageIO.getImageReadersByMIMEType(preview.mediaType());
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return isOfUsualSize(reader) ? Optional.of(reader.read(0)) : Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean isOfUsualSize(ImageReader reader) throws IOException {
        return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
    }

    private static BufferedImage scaled(BufferedImage image) {
        double scale = Math.min(1, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return small;
    }

    private static Optional<Preview> jpeg(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException inMemory) {
            return Optional.empty();
        }
        return bytes.size() <= MAX_BYTES
                ? Optional.of(new Preview("image/jpeg", bytes.toByteArray()))
                : Optional.empty();
    }
}
