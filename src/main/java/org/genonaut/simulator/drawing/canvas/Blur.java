package org.genonaut.simulator.drawing.canvas;

/** Softens premultiplied pixels by two passes of a running mean each way, which looks like a Gaussian. */
public final class Blur {

    private Blur() {}

    public static void apply(int[] pixels, int width, int height, int radius) {
        int[] turned = new int[pixels.length];
        for (int pass = 0; pass < 2; pass++) {
            rows(pixels, turned, width, height, radius);
            rows(turned, pixels, height, width, radius);
        }
    }

    /** Averages along each row and writes the result transposed, so that two calls do both ways. */
    private static void rows(int[] from, int[] to, int width, int height, int radius) {
        int span = 2 * radius + 1;
        for (int y = 0; y < height; y++) {
            int start = y * width;
            long sum = 0;
            for (int i = -radius; i <= radius; i++) {
                sum += spread(from[start + Math.clamp(i, 0, width - 1)]);
            }
            for (int x = 0; x < width; x++) {
                to[x * height + y] = gather(sum, span);
                sum += spread(from[start + Math.min(width - 1, x + radius + 1)]);
                sum -= spread(from[start + Math.max(0, x - radius)]);
            }
        }
    }

    /** Four channels side by side with 16 bits of room each: 257 values of 255 fit. */
    private static long spread(int argb) {
        return (argb & 0xFF000000L) << 24 | (argb & 0xFF0000L) << 16 | (argb & 0xFF00L) << 8 | (argb & 0xFFL);
    }

    private static int gather(long sum, int span) {
        int alpha = (int) ((sum >>> 48) / span);
        int red = (int) ((sum >>> 32 & 0xFFFF) / span);
        int green = (int) ((sum >>> 16 & 0xFFFF) / span);
        int blue = (int) ((sum & 0xFFFF) / span);
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
