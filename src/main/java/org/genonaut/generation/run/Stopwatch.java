package org.genonaut.generation.run;

import java.time.Duration;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.Phase;
import org.genonaut.generation.queue.Measured;

/** How long an attempt loads and runs, and how far it is. */
final class Stopwatch {

    private static final long NEVER = 0;

    private volatile long started = NEVER;
    private volatile long sampling = NEVER;
    private volatile double fraction;

    void heard(ExecutionProgress progress) {
        if (started == NEVER && progress.phase() != Phase.QUEUED) {
            started = System.nanoTime();
        }
        if (sampling == NEVER && progress.phase().compareTo(Phase.LOADING) > 0) {
            sampling = System.nanoTime();
        }
        fraction = progress.fraction();
    }

    /** Whether its server was seen at work on it. */
    boolean hasStarted() {
        return started != NEVER;
    }

    /** Whether the sampler was seen at work. */
    boolean hasLoaded() {
        return sampling != NEVER;
    }

    /** 0 to 1. */
    double fraction() {
        return fraction;
    }

    /** The server's own clock says how long it ran; when its sampler began is only known to who listened. */
    Measured measured(ExecutionResult.Success success) {
        return new Measured(success.elapsed(), shorter(load(), success.elapsed()), success.cached());
    }

    /** What it has taken until now, by our clock. */
    Measured soFar() {
        return hasStarted()
                ? new Measured(Duration.ofNanos(System.nanoTime() - started), load(), false)
                : Measured.NOTHING;
    }

    private Duration load() {
        return hasStarted() && hasLoaded() ? Duration.ofNanos(sampling - started) : Duration.ZERO;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
