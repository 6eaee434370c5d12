package org.genonaut.generation.run;

import java.time.Instant;
import org.genonaut.generation.queue.Claim;

/** One claim that this node is working on. */
final class Run {

    private final Claim claim;
    private final Instant since;
    private volatile Thread thread = Thread.currentThread();
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
