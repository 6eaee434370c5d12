package org.genonaut.generation;

import java.util.Locale;

/** Where a generation stands: pending, processing, then one of three ends. */
public enum GenerationStatus {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED;

    public boolean isOpen() {
        return this == PENDING || this == PROCESSING;
    }

    /** As columns and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static GenerationStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
