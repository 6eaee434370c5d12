package org.genonaut.generation.queue;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a job comes to its end. */
record Ending(JobEnd.Outcome outcome, @Nullable Failure failure, Measured measured, List<JobImage> images) {

    static Ending completed(List<JobImage> images, Measured measured) {
        return new Ending(JobEnd.Outcome.COMPLETED, null, measured, images);
    }

    static Ending failed(Failure failure, Measured measured) {
        return new Ending(JobEnd.Outcome.FAILED, failure, measured, List.of());
    }

    static Ending cancelled(Measured measured) {
        return new Ending(JobEnd.Outcome.CANCELLED, null, measured, List.of());
    }

    /** As the job's column writes it. */
    String status() {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** As the attempt's column writes it. */
    String word() {
        return switch (outcome) {
            case COMPLETED -> "success";
            case FAILED -> failure == null ? "failed" : failure.kind();
            case CANCELLED -> "cancelled";
        };
    }

    @Nullable String details() {
        return failure == null ? null : failure.details();
    }

    boolean isUnsettled() {
        return failure != null && failure.unsettled();
    }
}
