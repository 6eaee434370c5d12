package org.genonaut.account.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of everybody, and what groups and accounts have other than that.
 *
 * @param zone in which a day and a month begin
 * @param groups by any name
 * @param accounts by the name that one signs in with
 */
@Validated
@ConfigurationProperties("genonaut.limits")
record LimitProperties(
        @DefaultValue("1") @Positive @Max(1000) double weight,
        @DefaultValue("500") @Min(1) int openJobs,
        @DefaultValue("4") @Positive double megapixels,
        @DefaultValue("8") @Min(1) @Max(4096) int batchSize,
        @DefaultValue("16") @Min(1) @Max(10_000) int batchCount,
        @DefaultValue(Quota.NO_BOUND) Quota imagesPerHour,
        @DefaultValue(Quota.NO_BOUND) Quota gpuSecondsPerDay,
        @DefaultValue(Quota.NO_BOUND) Quota gpuSecondsPerMonth,
        @DefaultValue("refuse") WhenExceeded whenExceeded,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue Map<String, @Valid Group> groups,
        @DefaultValue Map<String, @Valid Grant> accounts) {

    Limits everybody() {
        return new Limits(
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
