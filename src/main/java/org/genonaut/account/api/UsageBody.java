package org.genonaut.account.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.genonaut.account.limit.Quota;
import org.genonaut.account.limit.Spent;
import org.genonaut.account.limit.Usage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What an account spent, as the API answers it.
 *
 * @param openJobs prompts that wait or run
 * @param whenExceeded {@code refuse} or {@code slow_lane}
 * @param largest what one request may ask for
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record UsageBody(
        Open openJobs,
        Images imagesThisHour,
        GpuSeconds gpuSecondsToday,
        GpuSeconds gpuSecondsThisMonth,
        String whenExceeded,
        Largest largest) {

    static UsageBody of(Usage usage) {
        var limits = usage.limits();
        return new UsageBody(
                new Open(usage.openJobs(), limits.openJobs()),
                Images.of(usage.imagesThisHour()),
                GpuSeconds.of(usage.gpuSecondsToday()),
                GpuSeconds.of(usage.gpuSecondsThisMonth()),
                limits.whenExceeded().name().toLowerCase(Locale.ROOT),
                new Largest(limits.megapixels(), limits.batchSize(), limits.batchCount()));
    }

    @Schema(name = "OpenJobs")
    record Open(int used, int limit) {}

    /**
     * Those that were asked for.
     *
     * @param limit null: none
     * @param resetsAt when one more is possible or, as long as the limit is not reached, when fewer will count; null when
     *     none do
     */
    @Schema(name = "ImagesSpent")
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Images(long used, @Nullable Long limit, @Nullable Instant resetsAt) {

        static Images of(Spent images) {
            return new Images(
                    Math.round(images.used()),
                    most(images.limit()),
                    images.resetsAt().orElse(null));
        }
    }

    /**
     * GPU seconds.
     *
     * @param expected of what is open, beside what is used
     * @param limit null: none
     * @param resetsAt when the day or month ends
     */
    @Schema(name = "GpuSecondsSpent")
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record GpuSeconds(
            double used,
            double expected,
            @Nullable Long limit,
            @Nullable Instant resetsAt) {

        static GpuSeconds of(Spent seconds) {
            return new GpuSeconds(
                    seconds.used(),
                    seconds.expected(),
                    most(seconds.limit()),
                    seconds.resetsAt().orElse(null));
        }
    }

    private static @Nullable Long most(Quota quota) {
        return switch (quota) {
            case Quota.Unlimited() -> null;
            case Quota.AtMost(long most) -> most;
        };
    }

    @Schema(name = "Largest")
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Largest(double megapixels, int batchSize, int batchCount) {}
}
