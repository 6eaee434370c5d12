package org.genonaut.generation.ui;

import java.util.Comparator;
import org.genonaut.generation.FailureKind;
import org.genonaut.generation.Generation;

/** The one thing that is proposed after a failure. */
sealed interface Remedy {

    FormValues values();

    /** Three quarters of each side. */
    record SmallerSize(FormValues values, int width, int height) implements Remedy {}

    /** One image at a time, as many in all. */
    record SmallerBatch(FormValues values) implements Remedy {}

    /** Only what is missing. */
    record MissingAgain(FormValues values) implements Remedy {}

    /** All of it. */
    record Again(FormValues values) implements Remedy {}

    /** Nothing that could be known: the member changes the recipe. */
    record Edit(FormValues values) implements Remedy {}

    int GRID = 64;

    static Remedy of(Generation generation, Generation.Job failed) {
        var kind = failed.failureKind();
        var values = FormValues.of(generation.parameters());
        return switch (kind == null ? FailureKind.INTERNAL : kind) {
            case OUT_OF_MEMORY -> lighter(generation, values);
            case UNREACHABLE, LOST, STUCK, INTERRUPTED, FILE_GONE, NOTHING_PRODUCED, NOT_STORED, INTERNAL ->
                again(generation, values);
            case MODEL_MISSING, TIMED_OUT, REJECTED, NODE_FAILED, POISONED -> new Edit(values);
        };
    }

    private static Remedy lighter(Generation generation, FormValues values) {
        var parameters = generation.parameters();
        if (parameters.batchSize() > 1) {
            return new SmallerBatch(values.withBatches(1, parameters.images()));
        }
        var width = smaller(parameters.width());
        var height = smaller(parameters.height());
        return new SmallerSize(values.withSize(width, height), width, height);
    }

    private static int smaller(int side) {
        return Math.max(GRID, side * 3 / 4 / GRID * GRID);
    }

    /** Seeds follow each other, so that jobs that stand together can be asked for again as they were. */
    private static Remedy again(Generation generation, FormValues values) {
        var failed = generation.jobs().stream()
                .filter(job -> job.failureKind() != null)
                .sorted(Comparator.comparingInt(Generation.Job::number))
                .toList();
        var first = failed.getFirst();
        var together = failed.getLast().number() - first.number() + 1 == failed.size();
        if (generation.images().isEmpty() || !together) {
            return new Again(values);
        }
        return new MissingAgain(values.withSeed(first.seed())
                .withBatches(generation.parameters().batchSize(), failed.size()));
    }
}
