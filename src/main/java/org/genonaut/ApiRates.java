package org.genonaut;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often one account may ask the API of one node.
 *
 * @param reads a second, in the long run
 * @param readBurst at once, after a pause
 * @param writes a second, in the long run
 * @param writeBurst at once, after a pause
 */
@Validated
@ConfigurationProperties("genonaut.api.rate")
record ApiRates(
        @DefaultValue("50") @Min(1) int reads,
        @DefaultValue("200") @Min(1) int readBurst,
        @DefaultValue("5") @Min(1) int writes,
        @DefaultValue("50") @Min(1) int writeBurst) {}
