package org.genonaut.generation.run;

import java.time.Instant;
import org.genonaut.comfyui.ExecutionListener;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.Measured;
import org.jspecify.annotations.Nullable;

/** One claim that this node is working on. */
final class Run {

    private final Claim claim;
    private final Instant since;
    private volatile Thread thread = Thread.currentThread();
    private volatile @Nullable Stopwatch stopwatch;
    private volatile boolean timedOut;
    private volatile boolean settling;

    Run(Claim claim, Instant since) {
        this.claim = claim;
        this.since = since;
    }

    Claim claim() {
        return claim;
    }

    Instant since() {
        return since;
    }

    /** The same listener, with an eye on the time. */
    ExecutionListener timed(ExecutionListener listener) {
        var timed = new Stopwatch(listener);
        stopwatch = timed;
        return timed;
    }

    Measured measured(ExecutionResult.Success success) {
        var timed = stopwatch;
        return timed == null ? Measured.NOTHING : timed.measured(success);
    }

    void on(Thread runner) {
        thread = runner;
    }

    /** It has its result and is writing that down: an interrupt would only cut a database connection. */
    void settle() {
        settling = true;
    }

    /** Makes its thread stop following, without a word to ComfyUI. */
    void letGo() {
        if (!settling) {
            thread.interrupt();
        }
    }

    void timeOut() {
        timedOut = true;
    }

    boolean isTimedOut() {
        return timedOut;
    }
}
