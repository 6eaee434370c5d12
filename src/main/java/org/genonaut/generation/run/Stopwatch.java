package org.genonaut.generation.run;

import java.time.Duration;
import org.genonaut.comfyui.ExecutionListener;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.Phase;
import org.genonaut.comfyui.Preview;
import org.genonaut.generation.queue.Measured;

/** Hears how long an attempt loads and runs, and passes everything on. */
final class Stopwatch implements ExecutionListener {

    private static final long NEVER = 0;

    private final ExecutionListener next;
    private volatile long started = NEVER;
    private volatile long sampling = NEVER;

    Stopwatch(ExecutionListener next) {
        this.next = next;
    }

    @Override
    public void accepted() {
        next.accepted();
    }

    @Override
    public void progressed(ExecutionProgress progress) {
        if (started == NEVER && progress.phase() != Phase.QUEUED) {
            started = System.nanoTime();
        }
        if (sampling == NEVER && progress.phase().compareTo(Phase.LOADING) > 0) {
            sampling = System.nanoTime();
        }
        next.progressed(progress);
    }

    @Override
    public void previewed(Preview preview) {
        next.previewed(preview);
    }

    /** Whether its server was seen at work on it. */
    boolean hasStarted() {
        return started != NEVER;
    }

    /** The server's own clock says how long it ran; when its sampler began is only known to who listened. */
    Measured measured(ExecutionResult.Success success) {
        return new Measured(success.elapsed(), shorter(load(), success.elapsed()), success.cached());
    }

    private Duration load() {
        return started == NEVER || sampling == NEVER ? Duration.ZERO : Duration.ofNanos(sampling - started);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
