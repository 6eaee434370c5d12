package org.genonaut.storage;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the first bytes of a PNG, JPEG or WebP say of it: enough to refuse an image before anything is decoded.
 *
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 */
public record ImageHeader(ImageFormat format, int width, int height) {

    /** @throws UnreadableImage if a side has no pixel */
    public ImageHeader {
        if (width <= 0 || height <= 0) {
            throw new UnreadableImage("An image of " + width + " × " + height + " pixels");
        }
    }

    /**
     * Reads no more than the header, however long the file is.
     *
     * @throws UnreadableImage if it is none of the three formats or ends too early
     * @throws StorageException.Unavailable if the file cannot be read
     */
    public static ImageHeader read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new StorageException.Unavailable("An image cannot be read: " + e.getMessage(), e);
        }
    }

    static ImageHeader read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(stream, 512));
        try {
            int start = in.readInt();
            if (start == 0x89504E47) {
                return png(in);
            }
            if (start >>> 16 == 0xFFD8) {
                return jpeg(in, start & 0xFFFF);
            }
            if (start == 0x52494646) {
                return webp(in);
            }
        } catch (EOFException e) {
            throw new UnreadableImage("An image that ends within its header", e);
        }
        throw new UnreadableImage("Neither PNG nor JPEG nor WebP");
    }

    /** Sides are unsigned in the file; multiplied as long, they cannot overflow. */
    public long pixels() {
        return (long) width * height;
    }

    private static ImageHeader png(DataInputStream in) throws IOException {
        byte[] rest = in.readNBytes(12);
        byte[] expected = {0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        if (!Arrays.equals(rest, expected)) {
            throw new UnreadableImage("A PNG without its header");
        }
        return new ImageHeader(ImageFormat.PNG, in.readInt(), in.readInt());
    }

    private static ImageHeader jpeg(DataInputStream in, int second) throws IOException {
        int marker = second;
        while (marker >>> 8 == 0xFF) {
            if (marker == 0xFFFF) {
                marker = 0xFF00 | in.readUnsignedByte();
                continue;
            }
            int length = in.readUnsignedShort() - 2;
            if (isFrame(marker)) {
                in.readUnsignedByte();
                int height = in.readUnsignedShort();
                return new ImageHeader(ImageFormat.JPEG, in.readUnsignedShort(), height);
            }
            in.skipNBytes(Math.max(0, length));
            marker = in.readUnsignedShort();
        }
        throw new UnreadableImage("A JPEG without a frame");
    }

    /** SOF0 to SOF15 without the tables DHT, JPG and DAC, which share their numbers. */
    private static boolean isFrame(int marker) {
        return marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
    }

    private static ImageHeader webp(DataInputStream in) throws IOException {
        in.skipNBytes(4);
        String kind = new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
        in.skipNBytes(4);
        return switch (kind) {
            case "WEBPVP8 " -> {
                in.skipNBytes(6);
                int width = little(in, 2) & 0x3FFF;
                yield new ImageHeader(ImageFormat.WEBP, width, little(in, 2) & 0x3FFF);
            }
            case "WEBPVP8L" -> {
                in.skipNBytes(1);
                int sides = little(in, 4);
                yield new ImageHeader(ImageFormat.WEBP, (sides & 0x3FFF) + 1, (sides >>> 14 & 0x3FFF) + 1);
            }
            case "WEBPVP8X" -> {
                in.skipNBytes(4);
                int width = little(in, 3) + 1;
                yield new ImageHeader(ImageFormat.WEBP, width, little(in, 3) + 1);
            }
            default -> throw new UnreadableImage("A WebP without an image");
        };
    }

    private static int little(DataInputStream in, int bytes) throws IOException {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= in.readUnsignedByte() << (8 * i);
        }
        return value;
    }
}
