package org.genonaut.simulator.drawing.canvas;

/** Smooth random hills over the plane: value noise and its sums over octaves. */
public final class Noise {

    private final int seed;

    public Noise(int seed) {
        this.seed = seed;
    }

    public static double clamp(double x) {
        return x < 0 ? 0 : x > 1 ? 1 : x;
    }

    public static double lerp(double a, double b, double t) {
        return a + (b - a) * t;
    }

    /** 0 up to {@code from}, 1 beyond {@code to}, smooth between; {@code from} may be the larger. */
    public static double step(double from, double to, double x) {
        double t = clamp((x - from) / (to - from));
        return t * t * (3 - 2 * t);
    }

    /** From 0 to 1, smooth, with about one hill per unit. */
    public double at(double x, double y) {
        int i = (int) StrictMath.floor(x);
        int j = (int) StrictMath.floor(y);
        double u = x - i;
        double v = y - j;
        u = u * u * (3 - 2 * u);
        v = v * v * (3 - 2 * v);
        return lerp(lerp(cell(i, j), cell(i + 1, j), u), lerp(cell(i, j + 1), cell(i + 1, j + 1), u), v);
    }

    /** From 0 to 1: hills upon hills, each octave half as high and twice as dense. */
    public double sum(double x, double y, int octaves) {
        double total = 0;
        double weight = 0;
        double height = 0.5;
        for (int octave = 0; octave < octaves; octave++) {
            total += height * at(x, y);
            weight += height;
            x = x * 2.03 + 5.1;
            y = y * 2.03 + 1.7;
            height /= 2;
        }
        return total / weight;
    }

    /** From 0 to 1 with sharp crests where the sum passes its middle: mountains, sunlit water. */
    public double crest(double x, double y, int octaves) {
        double fold = 1 - StrictMath.abs(2 * sum(x, y, octaves) - 1);
        return fold * StrictMath.sqrt(fold);
    }

    private double cell(int x, int y) {
        int n = x * 374761393 + y * 668265263 + seed * 1274126177;
        n = (n ^ (n >>> 13)) * 1274126177;
        return ((n ^ (n >>> 16)) >>> 1) * 0x1.0p-31;
    }
}
