package org.genonaut.simulator.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG files with text chunks; the same image and texts always give the same bytes. */
public final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int SUB = 1;
    private static final int UP = 2;

    private PngWriter() {}

    /** @param texts ASCII or Latin-1, by keyword */
    public static byte[] write(BufferedImage image, Map<String, String> texts) {
        var bytes = new ByteArrayOutputStream(image.getWidth() * image.getHeight());
        try (var out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(image));
            for (var text : texts.entrySet()) {
                chunk(out, "tEXt", (text.getKey() + "\0" + text.getValue()).getBytes(StandardCharsets.ISO_8859_1));
            }
            chunk(out, "IDAT", pixels(image));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) checksum.getValue());
    }

    private static byte[] header(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(image.getWidth());
            out.writeInt(image.getHeight());
            out.write(new byte[] {8, 2, 0, 0, 0}); // 8 bits, RGB, no interlacing
        }
        return bytes.toByteArray();
    }

    private static byte[] pixels(BufferedImage image) throws IOException {
        var rgb = ((DataBufferInt) Pixels.rgb(image).getRaster().getDataBuffer()).getData();
        var width = image.getWidth();
        var deflater = new Deflater(4);
        var bytes = new ByteArrayOutputStream(rgb.length);
        try (var out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
            var above = new byte[width * 3];
            var row = new byte[width * 3];
            for (var y = 0; y < image.getHeight(); y++) {
                unpack(rgb, y * width, row);
                writeRow(out, row, above);
                var swap = above;
                above = row;
                row = swap;
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void unpack(int[] rgb, int from, byte[] row) {
        for (int x = 0, i = 0; i < row.length; x++) {
            var pixel = rgb[from + x];
            row[i++] = (byte) (pixel >> 16);
            row[i++] = (byte) (pixel >> 8);
            row[i++] = (byte) pixel;
        }
    }

    /** Writes differences to the left or to the row above, whichever are smaller and so compress better. */
    private static void writeRow(DeflaterOutputStream out, byte[] row, byte[] above) throws IOException {
        var sub = new byte[row.length + 1];
        var up = new byte[row.length + 1];
        sub[0] = SUB;
        up[0] = UP;
        long subSize = 0;
        long upSize = 0;
        for (var i = 0; i < row.length; i++) {
            sub[i + 1] = (byte) (row[i] - (i < 3 ? 0 : row[i - 3]));
            up[i + 1] = (byte) (row[i] - above[i]);
            subSize += Math.abs(sub[i + 1]);
            upSize += Math.abs(up[i + 1]);
        }
        out.write(upSize <= subSize ? up : sub);
    }
}
