package org.genonaut.simulator.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes previews. */
final class Jpeg {
    private static final int LARGEST = 60 * 1024;
    private static final float[] QUALITIES = {0.85f, 0.6f, 0.35f, 0.1f};

    private Jpeg() {}

    /** Encodes an image at the best quality that stays within 60 KB. */
    static byte[] encode(BufferedImage image) {
        var encoded = new byte[0];
        for (var quality : QUALITIES) {
            encoded = encode(image, quality);
            if (encoded.length <= LARGEST) {
                break;
            }
        }
        return encoded;
    }

    private static byte[] encode(BufferedImage image, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(quality);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
