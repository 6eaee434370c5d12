package org.genonaut.comfyui;

/**
 * The whole present state of an execution.
 *
 * @param fraction 0 to 1 over all nodes; never smaller than in the state before
 * @param step finished steps of the present or latest sampler, 0 to {@code steps}
 * @param steps steps of that sampler; 0 as long as they are unknown
 */
public record ExecutionProgress(Phase phase, double fraction, int step, int steps) {

    public ExecutionProgress {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("A fraction is 0 to 1: " + fraction);
        }
        if (step < 0 || step > steps) {
            throw new IllegalArgumentException("Step " + step + " of " + steps);
        }
    }

    public static ExecutionProgress queued() {
        return new ExecutionProgress(Phase.QUEUED, 0, 0, 0);
    }
}
