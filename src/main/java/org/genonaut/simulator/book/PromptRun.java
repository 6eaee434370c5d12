package org.genonaut.simulator.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run of a prompt by the worker.
 *
 * @param ended empty while it runs
 * @param files what its outputs name, whether it made them or found them in its cache
 */
public record PromptRun(
        String promptId, Instant begun, Optional<Instant> ended, Outcome outcome, List<ProducedFile> files) {
    /** What became of a run. */
    public enum Outcome {
        RUNNING,
        SUCCESS,
        ERROR,
        INTERRUPTED,
        /** The server ended in the middle of it. */
        LOST
    }

    public PromptRun {
        files = List.copyOf(files);
    }

    static PromptRun begin(String promptId, Instant now) {
        return new PromptRun(promptId, now, Optional.empty(), Outcome.RUNNING, List.of());
    }

    PromptRun end(Outcome how, List<ProducedFile> made, Instant now) {
        return new PromptRun(promptId, begun, Optional.of(now), how, made);
    }

    boolean isRunning() {
        return outcome == Outcome.RUNNING;
    }
}
