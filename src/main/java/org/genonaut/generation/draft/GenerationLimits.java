package org.genonaut.generation.draft;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The portal's own limits beside ComfyUI's ranges, the same for everybody; what may differ between accounts is in their
 * {@link org.genonaut.account.limit.Limits}.
 *
 * @param promptLength characters of the prompt and of the negative prompt
 */
@Validated
@ConfigurationProperties("genonaut.limits")
public record GenerationLimits(
        @DefaultValue("150") @Min(1) @Max(10_000) int steps,
        @DefaultValue("10000") @Min(1) @Max(10_000) int promptLength,
        @DefaultValue("10") @Min(0) int loras) {}
