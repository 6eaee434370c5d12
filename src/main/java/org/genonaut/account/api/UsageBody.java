package org.genonaut.account.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.genonaut.account.limit.Quota;
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
        Spent imagesThisHour,
        Spent gpuSecondsToday,
        Spent gpuSecondsThisMonth,
        String whenExceeded,
        Largest largest) {

    static UsageBody of(Usage usage) {
        var limits = usage.limits();
        return new UsageBody(
                new Open(usage.openJobs(), limits.openJobs()),
                Spent.of(usage.imagesThisHour()),
                Spent.of(usage.gpuSecondsToday()),
                Spent.of(usage.gpuSecondsThisMonth()),
                limits.whenExceeded().name().toLowerCase(Locale.ROOT),
                new Largest(limits.megapixels(), limits.batchSize(), limits.batchCount()));
    }

    @Schema(name = "OpenJobs")
    record Open(int used, int limit) {}

    /**
     * Of one limit.
     *
     * @param expected of what is open, beside what is used
     * @param limit null: none
     * @param resetsAt when less of it will count; null when nothing does
     */
    @Schema(name = "Spent")
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Spent(
            double used,
            double expected,
            @Nullable Long limit,
            @Nullable Instant resetsAt) {

        static Spent of(org.genonaut.account.limit.Spent spent) {
            var limit = switch (spent.limit()) {
                case Quota.Unlimited() -> null;
                case Quota.AtMost(long most) -> Long.valueOf(most);
            };
            return new Spent(
                    spent.used(), spent.expected(), limit, spent.resetsAt().orElse(null));
        }
    }

    @Schema(name = "Largest")
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Largest(double megapixels, int batchSize, int batchCount) {}
}
