package org.genonaut.generation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genonaut.account.AccountId;
import org.genonaut.generation.draft.Violation;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.Seed;
import org.jspecify.annotations.Nullable;

/**
 * One request and what became of it so far.
 *
 * @param error one sentence, when something failed
 * @param jobs in the order of their numbers
 * @param images in the order of their numbers
 */
public record Generation(
        GenerationId id,
        AccountId account,
        GenerationParameters parameters,
        GenerationStatus status,
        @Nullable String error,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<Job> jobs,
        List<GeneratedImage> images) {

    private static final Set<String> NOT_BEGUN = Set.of("waiting", "backing_off", "paused");

    public Generation {
        jobs = List.copyOf(jobs);
        images = List.copyOf(images);
    }

    /**
     * One ComfyUI prompt of it.
     *
     * @param progress 0 to 1, as far as it is stored: a second behind, when another node runs it
     * @param promptId of the newest attempt, once there is one
     * @param backend name of the backend of the newest attempt
     * @param failureDetails for support
     * @param violations what the backend refused, field by field
     * @param slowLane whether it has only a part of its account's share, because a quota was spent
     */
    public record Job(
            int number,
            Seed seed,
            String status,
            double progress,
            @Nullable String promptId,
            @Nullable String backend,
            @Nullable FailureKind failureKind,
            @Nullable String failure,
            @Nullable String failureDetails,
            List<Violation> violations,
            boolean slowLane) {

        public Job {
            violations = List.copyOf(violations);
        }
    }

    /** Whether something of it has not begun. */
    public boolean waits() {
        return jobs.stream().anyMatch(job -> NOT_BEGUN.contains(job.status()));
    }

    /** Whether a quota was spent when it was asked for, so that it has only a part of its account's share. */
    public boolean slowLane() {
        return jobs.stream().anyMatch(Job::slowLane);
    }

    /** 0 to 1 over all its jobs, as far as it is stored. */
    public double progress() {
        return jobs.stream().mapToDouble(Job::progress).average().orElse(0);
    }

    /** The first failure, when a job failed. */
    public Optional<Job> failedJob() {
        return jobs.stream().filter(job -> job.failureKind() != null).findFirst();
    }
}
