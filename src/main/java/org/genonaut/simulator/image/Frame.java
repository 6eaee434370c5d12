package org.genonaut.simulator.image;

import java.awt.image.BufferedImage;
import java.util.Map;

/** An encoded image on its way through a socket. */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and a copy per socket would be waste.
public record Frame(Format format, byte[] bytes) {
    /** How an image is encoded; the number stands in bare frames, the type in the metadata of others. */
    public enum Format {
        JPEG(1, "image/jpeg"),
        PNG(2, "image/png");

        private final int number;
        private final String mediaType;

        Format(int number, String mediaType) {
            this.number = number;
            this.mediaType = mediaType;
        }

        public int number() {
            return number;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    public static Frame jpeg(BufferedImage image) {
        return new Frame(Format.JPEG, Jpeg.encode(image));
    }

    public static Frame png(BufferedImage image) {
        return new Frame(Format.PNG, PngWriter.write(image, Map.of()));
    }
}
