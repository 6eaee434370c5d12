package org.genonaut.account.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Some accounts, and what they have other than everybody.
 *
 * @param members by the names that they sign in with
 */
record Group(
        @DefaultValue @NotEmpty Set<String> members,
        @Nullable @Positive @Max(1000) Double weight,
        @Nullable @Min(1) Integer openJobs,
        @Nullable @Positive Double megapixels,
        @Nullable @Min(1) @Max(4096) Integer batchSize,
        @Nullable @Min(1) @Max(10_000) Integer batchCount,
        @Nullable Quota imagesPerHour,
        @Nullable Quota gpuSecondsPerDay,
        @Nullable Quota gpuSecondsPerMonth,
        @Nullable WhenExceeded whenExceeded) {

    Grant grant() {
        return new Grant(
                weight,
                openJobs,
                megapixels,
                batchSize,
                batchCount,
                imagesPerHour,
                gpuSecondsPerDay,
                gpuSecondsPerMonth,
                whenExceeded);
    }
}
