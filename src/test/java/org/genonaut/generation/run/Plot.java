package org.genonaut.generation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.genonaut.generation.FailureKind;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.simulator.fault.Fault;

/**
 * A fault, and what a generation of one job ends as that meets it.
 *
 * @param times how often it happens; empty for once, or until it is lifted
 * @param attempts how each ends
 * @param kind of the failure that remains
 * @param sentence that a person reads; empty if nothing failed
 */
record Plot(
        Fault fault,
        OptionalInt times,
        Turn turn,
        List<String> attempts,
        GenerationStatus status,
        Optional<FailureKind> kind,
        String sentence) {

    /** What happens to the fault or the generation in the meantime. */
    enum Turn {
        NONE,
        /** The server was just started, so that it holds no model in memory. */
        FRESHLY_STARTED,
        /** Somebody lifts the fault when an attempt has come to nothing. */
        LIFTED_AFTER_SETBACK,
        /** Somebody lifts the fault when the server has made the pictures. */
        LIFTED_WHEN_MADE,
        /** Somebody restarts the server when it has begun with the prompt. */
        RESTARTED_WHEN_BEGUN,
        /** The person cancels while the server samples. */
        CANCELLED_WHILE_SAMPLING
    }

    static Plot completes(Fault fault) {
        return again(fault);
    }

    /** @param outcomes of the attempts before the one that succeeds */
    static Plot again(Fault fault, String... outcomes) {
        var attempts = new ArrayList<>(List.of(outcomes));
        attempts.add("success");
        return new Plot(
                fault, OptionalInt.empty(), Turn.NONE, attempts, GenerationStatus.COMPLETED, Optional.empty(), "");
    }

    static Plot fails(Fault fault, FailureKind kind, String sentence) {
        return new Plot(
                fault,
                OptionalInt.empty(),
                Turn.NONE,
                List.of(kind.word()),
                GenerationStatus.FAILED,
                Optional.of(kind),
                sentence);
    }

    static Plot cancelled(Fault fault) {
        return new Plot(
                fault,
                OptionalInt.empty(),
                Turn.CANCELLED_WHILE_SAMPLING,
                List.of("cancelled"),
                GenerationStatus.CANCELLED,
                Optional.empty(),
                "");
    }

    Plot once() {
        return new Plot(fault, OptionalInt.of(1), turn, attempts, status, kind, sentence);
    }

    Plot with(Turn other) {
        return new Plot(fault, times, other, attempts, status, kind, sentence);
    }

    /** @param outcomes of all attempts */
    Plot whoseAttemptsEnd(String... outcomes) {
        return new Plot(fault, times, turn, List.of(outcomes), status, kind, sentence);
    }

    @Override
    public String toString() {
        return fault
                + (turn == Turn.NONE
                        ? ""
                        : ", " + turn.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
