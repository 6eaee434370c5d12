package org.genonaut.generation.draft;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The portal's own limits beside ComfyUI's ranges.
 *
 * @param megapixels of one image
 * @param promptLength characters of the prompt and of the negative prompt
 * @param openJobs prompts of one account that wait or run
 */
@Validated
@ConfigurationProperties("genonaut.limits")
public record GenerationLimits(
        @DefaultValue("4") @Positive double megapixels,
        @DefaultValue("8") @Min(1) @Max(4096) int batchSize,
        @DefaultValue("16") @Min(1) @Max(10_000) int batchCount,
        @DefaultValue("150") @Min(1) @Max(10_000) int steps,
        @DefaultValue("10000") @Min(1) @Max(10_000) int promptLength,
        @DefaultValue("10") @Min(0) int loras,
        @DefaultValue("500") @Min(1) int openJobs) {}
