package org.genonaut.generation;

import java.util.Locale;

/** Why a job came to nothing. Each kind has one sentence and one proposal for people. */
public enum FailureKind {
    UNREACHABLE,
    LOST,
    STUCK,
    MODEL_MISSING,
    OUT_OF_MEMORY,
    INTERRUPTED,
    FILE_GONE,
    TIMED_OUT,
    REJECTED,
    NODE_FAILED,
    NOTHING_PRODUCED,
    NOT_STORED,
    POISONED,
    INTERNAL;

    /** As columns write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FailureKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
