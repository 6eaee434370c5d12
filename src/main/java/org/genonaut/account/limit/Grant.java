package org.genonaut.account.limit;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What a group or an account has other than everybody; null is as everybody. */
record Grant(
        @Nullable @Positive @Max(1000) Double weight,
        @Nullable @Min(1) Integer openJobs,
        @Nullable @Positive Double megapixels,
        @Nullable @Min(1) @Max(4096) Integer batchSize,
        @Nullable @Min(1) @Max(10_000) Integer batchCount,
        @Nullable Quota imagesPerHour,
        @Nullable Quota gpuSecondsPerDay,
        @Nullable Quota gpuSecondsPerMonth,
        @Nullable WhenExceeded whenExceeded) {

    /** Of each value the more generous; one that only one of the two has is taken. */
    Grant orMore(Grant other) {
        return new Grant(
                more(weight, other.weight, Math::max),
                more(openJobs, other.openJobs, Math::max),
                more(megapixels, other.megapixels, Math::max),
                more(batchSize, other.batchSize, Math::max),
                more(batchCount, other.batchCount, Math::max),
                more(imagesPerHour, other.imagesPerHour, Quota::orMore),
                more(gpuSecondsPerDay, other.gpuSecondsPerDay, Quota::orMore),
                more(gpuSecondsPerMonth, other.gpuSecondsPerMonth, Quota::orMore),
                more(whenExceeded, other.whenExceeded, (a, b) -> a.compareTo(b) >= 0 ? a : b));
    }

    private static <T> @Nullable T more(@Nullable T one, @Nullable T other, BinaryOperator<T> larger) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return larger.apply(one, other);
    }

    /** These values, and where one is missing the other's. */
    Limits over(Limits others) {
        return new Limits(
                requireNonNullElse(weight, others.weight()),
                requireNonNullElse(openJobs, others.openJobs()),
                requireNonNullElse(megapixels, others.megapixels()),
                requireNonNullElse(batchSize, others.batchSize()),
                requireNonNullElse(batchCount, others.batchCount()),
                requireNonNullElse(imagesPerHour, others.imagesPerHour()),
                requireNonNullElse(gpuSecondsPerDay, others.gpuSecondsPerDay()),
                requireNonNullElse(gpuSecondsPerMonth, others.gpuSecondsPerMonth()),
                requireNonNullElse(whenExceeded, others.whenExceeded()));
    }
}
