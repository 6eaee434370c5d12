package org.genonaut.simulator.route;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.genonaut.simulator.protocol.ServerTrouble;
import org.jspecify.annotations.Nullable;

/** Encodes stored pictures anew, for {@code /view} with a preview or a channel. */
final class Encodings {
    private static final int USUAL_QUALITY = 90;

    private Encodings() {}

    /** @param wish a format and a quality in percent, such as {@code webp;50} */
    static Answer preview(Path file, String wish) throws IOException {
        var parts = wish.split(";", -1);
        var format = parts[0].equals("jpeg") ? "jpeg" : "webp";
        var quality = parts.length > 1 && parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : USUAL_QUALITY;
        if (quality > 100) {
            throw new ServerTrouble("invalid quality");
        }
        return Answer.of(HttpResponseStatus.OK, "image/" + format, encode(opaque(read(file)), format, quality / 100f));
    }

    /** @param which {@code rgb} without transparency, or {@code a} for nothing but that */
    static Answer channel(Path file, String which) throws IOException {
        var image = read(file);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(which.equals("rgb") ? opaque(image) : onlyAlpha(image), "png", bytes);
        return Answer.of(HttpResponseStatus.OK, "image/png", bytes.toByteArray());
    }

    /** The picture in a file, as transparent as another one, as PNG. */
    static byte[] withAlphaOf(Path file, byte[] other) throws IOException {
        var image = opaque(read(file));
        var mask = identified(ImageIO.read(new ByteArrayInputStream(other)));
        var masked = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < Math.min(image.getHeight(), mask.getHeight()); y++) {
            for (var x = 0; x < Math.min(image.getWidth(), mask.getWidth()); x++) {
                masked.setRGB(x, y, image.getRGB(x, y) & 0xFFFFFF | mask.getRGB(x, y) & 0xFF000000);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(masked, "png", bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage read(Path file) throws IOException {
        return identified(ImageIO.read(file.toFile()));
    }

    private static BufferedImage identified(@Nullable BufferedImage image) {
        if (image == null) {
            throw new ServerTrouble("cannot identify image file");
        }
        return image;
    }

    private static BufferedImage opaque(BufferedImage image) {
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return opaque;
    }

    private static BufferedImage onlyAlpha(BufferedImage image) {
        var alpha = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                alpha.setRGB(x, y, image.getRGB(x, y) & 0xFF000000);
            }
        }
        return alpha;
    }

    private static byte[] encode(BufferedImage image, String format, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings(writer, quality));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam settings(ImageWriter writer, float quality) {
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        if (settings.getCompressionType() == null) {
            settings.setCompressionType(settings.getCompressionTypes()[0]);
        }
        settings.setCompressionQuality(quality);
        return settings;
    }
}
