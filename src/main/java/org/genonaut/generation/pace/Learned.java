package org.genonaut.generation.pace;

import java.time.Duration;
import java.util.Optional;
import org.genonaut.generation.queue.Measured;

/**
 * What the runs of a base model on a backend have taught: a straight line of seconds over work. The first runs weigh alike,
 * later each new one a tenth, so that a new card or driver is learned within a dozen runs.
 *
 * @param spread usual relative distance of a run from the line
 */
record Learned(
        int samples,
        double meanWork,
        double meanSeconds,
        double workVariance,
        double covariance,
        double spread,
        int loads,
        double loadSeconds,
        PictureSize largest) {

    static final Learned NOTHING = new Learned(0, 0, 0, 0, 0, 0, 0, 0, new PictureSize(0, 0, 0));

    private static final double NEWEST = 0.1;
    private static final double UNKNOWN_SPREAD = 0.3;
    /** A run that took more than so many times as long as others do tells of its own trouble, not of the next run. */
    private static final double MOST = 3;

    private static final int FEW = 3;
    /** Works that differ by less than this fraction do not tell the fixed part from the rest. */
    private static final double ALIKE = 0.05;
    /** A line through few works must not promise that more work is nearly free. */
    private static final double LEAST_SLOPE = 0.3;

    /** @param loaded whether this run had to load the model */
    Learned after(Measured run, double work, boolean loaded, PictureSize size) {
        var larger = size.pixels() > largest.pixels() ? size : largest;
        double seconds = seconds(loaded ? run.run().minus(run.load()) : run.run());
        var speed = withRun(Math.max(seconds, 1e-4), work);
        boolean seen = loaded && !run.load().isZero();
        double load = seen ? mean(loadSeconds, bounded(seconds(run.load()), loadSeconds, loads), loads) : loadSeconds;
        return new Learned(
                speed.samples,
                speed.meanWork,
                speed.meanSeconds,
                speed.workVariance,
                speed.covariance,
                speed.spread,
                loads + (seen ? 1 : 0),
                load,
                larger);
    }

    private Learned withRun(double measured, double work) {
        double before =
                samples == 0 ? measured : speed(Speed.Source.LEARNED_HERE).seconds(work);
        double seconds = bounded(measured, before, samples);
        double weight = Math.max(1.0 / (samples + 1), NEWEST);
        double beyond = work - meanWork;
        double longer = seconds - meanSeconds;
        double kept = samples == 0 ? 0 : 1 - weight;
        double miss = samples == 0 ? UNKNOWN_SPREAD : (seconds - before) / before;
        return new Learned(
                samples + 1,
                meanWork + weight * beyond,
                meanSeconds + weight * longer,
                kept * (workVariance + weight * beyond * beyond),
                kept * (covariance + weight * beyond * longer),
                Math.sqrt(kept * spread * spread + (1 - kept) * miss * miss),
                loads,
                loadSeconds,
                largest);
    }

    private static double mean(double before, double seconds, int samples) {
        return before + Math.max(1.0 / (samples + 1), NEWEST) * (seconds - before);
    }

    private static double bounded(double seconds, double usual, int samples) {
        return samples < FEW ? seconds : Math.clamp(seconds, usual / MOST, usual * MOST);
    }

    /** Only when there are samples. */
    Speed speed(Speed.Source source) {
        double ratio = meanSeconds / meanWork;
        double slope = ratio;
        if (samples >= FEW && workVariance > ALIKE * ALIKE * meanWork * meanWork) {
            slope = Math.clamp(covariance / workVariance, LEAST_SLOPE * ratio, ratio);
        }
        return new Speed(meanSeconds - slope * meanWork, slope, spread, source);
    }

    Optional<Duration> load() {
        return loads == 0 ? Optional.empty() : Optional.of(Speed.duration(loadSeconds));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
