package org.genonaut.simulator.drawing.canvas;

/** Inks the edges of what is drawn. */
public final class Edges {

    private Edges() {}

    public static void draw(int[] pixels, int width, int height, double amount) {
        int reach = Math.max(1, Math.min(width, height) / 700);
        byte[] light = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            light[i] = (byte) (((pixel >> 16 & 255) * 77 + (pixel >> 8 & 255) * 150 + (pixel & 255) * 29) >> 8);
        }
        for (int y = reach; y < height - reach; y++) {
            for (int x = reach; x < width - reach; x++) {
                int at = y * width + x;
                int across = (light[at + reach] & 255) - (light[at - reach] & 255);
                int down = (light[at + reach * width] & 255) - (light[at - reach * width] & 255);
                int edge = Math.abs(across) + Math.abs(down);
                if (edge > 9) {
                    double dark = Math.min(0.9, (edge - 9) / 42.0) * Math.min(1, amount);
                    pixels[at] = Ramp.blend(pixels[at], 0xFF16131C, dark) & 0xFFFFFF;
                }
            }
        }
    }
}
