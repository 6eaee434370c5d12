package org.genonaut.generation.pace;

import java.time.Duration;

/**
 * How long a backend takes for a base model that is loaded: a fixed part, and a part for each unit of work.
 *
 * @param fixed seconds
 * @param perWork seconds for each step × megapixel × picture
 * @param spread usual distance of a run from that, as a fraction of it
 */
public record Speed(double fixed, double perWork, double spread, Source source) {

    /** What a speed is known from. */
    public enum Source {
        LEARNED_HERE,
        LEARNED_ELSEWHERE,
        GUESSED
    }

    public double seconds(double work) {
        return fixed + perWork * work;
    }

    public ExpectedRun run(double work) {
        double seconds = seconds(work);
        return new ExpectedRun(duration(seconds), duration(seconds * spread), source);
    }

    static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
