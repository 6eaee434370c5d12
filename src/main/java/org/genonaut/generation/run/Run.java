package org.genonaut.generation.run;

import java.time.Duration;
import java.util.Optional;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.Measured;

/** One claim that this node is working on. */
final class Run {

    /** Less of it says nothing of the rest. */
    private static final double TELLING = 0.1;

    private static final long NEVER = 0;

    private final Claim claim;
    private final Duration expected;
    private final Stopwatch stopwatch = new Stopwatch();
    private final long since = System.nanoTime();
    private volatile Thread thread = Thread.currentThread();
    private long interruptedAt = NEVER;
    private volatile boolean accepted;
    private volatile boolean settling;
    private volatile boolean delivered;
    private volatile boolean takenBack;
    private volatile Optional<String> overdue = Optional.empty();

    /** @param expected how long its backend will work on it */
    Run(Claim claim, Duration expected) {
        this.claim = claim;
        this.expected = expected;
    }

    Claim claim() {
        return claim;
    }

    /** How long ago it was claimed. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    Stopwatch stopwatch() {
        return stopwatch;
    }

    /** Its backend was seen at work on it. */
    boolean hasStarted() {
        return stopwatch.hasStarted();
    }

    Measured measured(ExecutionResult.Success success) {
        return stopwatch.measured(success);
    }

    /** What it has taken of its backend so far. */
    Measured soFar() {
        return stopwatch.soFar();
    }

    /** How long its backend will still work on it, by how far it is or by what was expected. */
    Duration rest() {
        var worked = stopwatch.soFar().run();
        double fraction = stopwatch.fraction();
        if (fraction >= TELLING) {
            return Duration.ofNanos((long) (worked.toNanos() * (1 - fraction) / fraction));
        }
        var rest = expected.minus(worked);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    Duration expected() {
        return expected;
    }

    void on(Thread runner) {
        thread = runner;
    }

    /** Its backend has the prompt. */
    void accept() {
        accepted = true;
    }

    boolean isAccepted() {
        return accepted || hasStarted();
    }

    /** It waits at its backend behind another prompt, and nobody has asked for it back. */
    boolean isOnlyReady() {
        return accepted && !hasStarted() && !takenBack;
    }

    /** It has its result and is writing that down: an interrupt would only cut a database connection. */
    void settle(ExecutionResult result) {
        delivered = result instanceof ExecutionResult.Success;
        settling = true;
    }

    /** Its backend has done its part well and is free for another, while pictures are still fetched and written down. */
    boolean isDelivered() {
        return delivered;
    }

    /**
     * Makes its thread stop following, without a word to ComfyUI.
     *
     * @return false when it is writing down its end, or has just done so
     */
    boolean letGo() {
        if (settling) {
            return false;
        }
        thread.interrupt();
        return true;
    }

    /**
     * Which limit it has passed, in a sentence, if any and not said before.
     *
     * @param run for the work itself, from the sampler's first step
     * @param load for loading models
     */
    Optional<String> limitPassed(Duration run, Duration load) {
        if (overdue.isPresent()) {
            return Optional.empty();
        }
        var worked = stopwatch.soFar();
        if (!stopwatch.hasLoaded()) {
            return worked.run().compareTo(load) > 0
                    ? Optional.of("Its models loaded for longer than " + load.toMinutes() + " minutes.")
                    : Optional.empty();
        }
        return worked.run().minus(worked.load()).compareTo(run) > 0
                ? Optional.of("It took longer than " + run.toMinutes() + " minutes.")
                : Optional.empty();
    }

    /** Whether nobody has tried to interrupt it within this time; whoever asks will. */
    synchronized boolean isTimeToInterrupt(Duration pause) {
        long now = System.nanoTime();
        boolean time = interruptedAt == NEVER || now - interruptedAt >= pause.toNanos();
        if (time) {
            interruptedAt = now;
        }
        return time;
    }

    /** @param sentence which limit it has passed */
    void timeOut(String sentence) {
        overdue = Optional.of(sentence);
    }

    Optional<String> overdue() {
        return overdue;
    }

    /** Its prompt was taken from the backend before it began there, for another backend that is idle. */
    void takeBack() {
        takenBack = true;
    }

    boolean isTakenBack() {
        return takenBack;
    }
}
