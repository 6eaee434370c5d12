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
 * @param retryPause after a first attempt that another may mend; four times as long after each further one, at most 5
 *     minutes
 * @param maxImage the largest file that is fetched
 */
@Validated
@ConfigurationProperties("genonaut.run")
record RunProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("30m") Duration timeLimit,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("1s") Duration retryPause,
        @DefaultValue("256MB") DataSize maxImage) {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** @param attempt number of the attempt that failed, from 1 */
    Duration pauseAfter(int attempt) {
        var pause = retryPause.multipliedBy(1L << Math.min(20, 2 * (attempt - 1)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
