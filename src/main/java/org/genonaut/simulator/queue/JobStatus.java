package org.genonaut.simulator.queue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a job is. */
public enum JobStatus {
    PENDING,
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** The name in the protocol. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<JobStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
