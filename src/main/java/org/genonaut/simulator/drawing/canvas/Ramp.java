package org.genonaut.simulator.drawing.canvas;

/** Colours from one end to the other, worked out once, for painting pixel by pixel. */
public final class Ramp {

    private static final int STEPS = 1024;

    private final int[] colours = new int[STEPS + 1];

    /** Evenly spaced colours, at least two. */
    public Ramp(Ink... stops) {
        for (int i = 0; i <= STEPS; i++) {
            double place = (double) i / STEPS * (stops.length - 1);
            int stop = Math.min(stops.length - 2, (int) place);
            colours[i] = stops[stop].mix(stops[stop + 1], place - stop).argb(1);
        }
    }

    /** Opaque ARGB at 0 to 1; beyond the ends the ends. */
    public int at(double t) {
        return colours[(int) (Noise.clamp(t) * STEPS)];
    }

    /** Between two ARGB colours, quick and without Oklab: for neighbouring colours in inner loops. */
    public static int blend(int from, int to, double t) {
        int share = (int) (Noise.clamp(t) * 256);
        int rest = 256 - share;
        int alpha = ((from >>> 24) * rest + (to >>> 24) * share) >> 8;
        int red = ((from >> 16 & 255) * rest + (to >> 16 & 255) * share) >> 8;
        int green = ((from >> 8 & 255) * rest + (to >> 8 & 255) * share) >> 8;
        int blue = ((from & 255) * rest + (to & 255) * share) >> 8;
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
