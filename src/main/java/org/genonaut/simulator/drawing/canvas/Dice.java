package org.genonaut.simulator.drawing.canvas;

import java.nio.charset.StandardCharsets;

/** A seeded source of chance (SplitMix64) whose numbers are the same on every JVM. */
public final class Dice {

    private long state;

    public Dice(long seed) {
        state = seed;
    }

    /** A number that depends on nothing but the text. */
    public static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    static long mix(long bits) {
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }

    /** Dice for one part of the picture: what one part rolls does not move the others. */
    public Dice forPart(String part) {
        return new Dice(mix(state) ^ hash(part));
    }

    /** From 0 inclusive to 1 exclusive. */
    public double roll() {
        state += 0x9E3779B97F4A7C15L;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    public double between(double low, double high) {
        return low + (high - low) * roll();
    }

    /** From 0 to n − 1. */
    public int below(int n) {
        return (int) (roll() * n);
    }

    public boolean chance(double probability) {
        return roll() < probability;
    }

    /** −1 or 1. */
    public int side() {
        return roll() < 0.5 ? -1 : 1;
    }

    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[below(choices.length)];
    }

    public Noise noise() {
        return new Noise((int) (roll() * 1_000_000));
    }
}
