package org.genonaut.generation.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How jobs are run.
 *
 * @param enabled whether this node runs jobs
 * @param timeLimit the longest that one attempt may take
 * @param poll how often we look for work that another node put there
 * @param maxImage the largest file that is fetched
 */
@Validated
@ConfigurationProperties("genonaut.run")
record RunProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("30m") Duration timeLimit,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("256MB") DataSize maxImage) {}
