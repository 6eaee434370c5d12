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
 * @param timeLimit the longest that a backend may work on one job, without loading its models
 * @param loadLimit the longest that it may load them
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
        @DefaultValue("10m") Duration loadLimit,
        @DefaultValue("250ms") Duration poll,
        @DefaultValue("1s") Duration retryPause,
        @DefaultValue("256MB") DataSize maxImage) {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** What is expected may be wrong by so much before it counts as endless. */
    private static final int PATIENCE = 10;

    private static final Duration LEAST_LIMIT = Duration.ofMinutes(5);

    /** @param tries how often it has been tried, from 1 */
    Duration pauseAfter(int tries) {
        var pause = retryPause.multipliedBy(1L << Math.min(20, 2 * (tries - 1)));
        return shorter(pause, LONGEST_PAUSE);
    }

    /** How long a backend may work on a job of which so much was expected. */
    Duration limit(Duration expected) {
        var patient = expected.multipliedBy(PATIENCE);
        return shorter(patient.compareTo(LEAST_LIMIT) > 0 ? patient : LEAST_LIMIT, timeLimit);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
