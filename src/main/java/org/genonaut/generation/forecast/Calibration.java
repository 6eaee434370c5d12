package org.genonaut.generation.forecast;

import java.util.Arrays;

/**
 * Learns how far real starts lie from expected ones, counted in the deviations that the simulation expected, and says which
 * range holds four of five. What it began with is soon outweighed.
 */
final class Calibration {

    private static final int MOST = 300;
    private static final double[] NORMAL = {-1.64, -1.04, -0.67, -0.39, -0.13, 0.13, 0.39, 0.67, 1.04, 1.64};
    /** On each side. */
    private static final double OUTSIDE = 0.1;

    private static final double NARROWEST = 0.1;
    private static final double WIDEST = 8;

    private final double[] misses = Arrays.copyOf(NORMAL, NORMAL.length + MOST);
    private long learned;

    /**
     * How many deviations before and after the expected start.
     *
     * @param alone like {@code high} for a range that begins now: no start lies before it, so all that may lie outside lies
     *     behind it
     */
    record Bounds(double low, double high, double alone) {}

    synchronized void learn(double miss) {
        misses[NORMAL.length + (int) (learned++ % MOST)] = Math.clamp(miss, -WIDEST, WIDEST);
    }

    synchronized Bounds bounds() {
        var sorted = Arrays.copyOf(misses, NORMAL.length + (int) Math.min(learned, MOST));
        Arrays.sort(sorted);
        return new Bounds(
                Math.min(quantile(sorted, OUTSIDE), 0),
                Math.max(quantile(sorted, 1 - OUTSIDE), NARROWEST),
                Math.max(quantile(sorted, 1 - 2 * OUTSIDE), NARROWEST));
    }

    private static double quantile(double[] sorted, double fraction) {
        double place = fraction * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
