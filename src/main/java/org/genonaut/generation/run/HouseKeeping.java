package org.genonaut.generation.run;

import static com.github.kagkarlsson.scheduler.task.schedule.Schedules.fixedDelay;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.genonaut.generation.queue.PoolKeeper;
import org.genonaut.generation.usage.UsageSweep;
import org.genonaut.generation.watch.ProgressRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one node does for all, whichever comes first; the schedule is in the database. */
@Configuration(proxyBeanMethods = false)
class HouseKeeping {

    private static final Duration REAP = Duration.ofSeconds(2);

    private static final Duration LATE = Duration.ofSeconds(3);

    private static final Duration CATCH_UP = Duration.ofMinutes(1);

    private static final Duration FORGET = Duration.ofHours(1);

    private static final Duration SWEEP = Duration.ofHours(6);

    @Bean
    Task<?> takeOver(Reaper reaper) {
        return Tasks.recurring("take-over", fixedDelay(REAP)).execute((task, context) -> reaper.takeOver());
    }

    @Bean
    Task<?> adoptLateResults(LateResults results) {
        return Tasks.recurring("late-results", fixedDelay(LATE)).execute((task, context) -> results.adopt());
    }

    @Bean
    Task<?> catchUpWithModels(PoolKeeper pools) {
        return Tasks.recurring("pools", fixedDelay(CATCH_UP)).execute((task, context) -> pools.catchUp());
    }

    @Bean
    Task<?> forgetUsage(UsageSweep usage) {
        return Tasks.recurring("usage-sweep", fixedDelay(FORGET)).execute((task, context) -> usage.forgetOld());
    }

    @Bean
    Task<?> forgetProgress(ProgressRows progress) {
        return Tasks.recurring("progress-sweep", fixedDelay(FORGET)).execute((task, context) -> progress.forgetEnded());
    }

    @Bean
    Task<?> sweepOrphans(OrphanSweep sweep) {
        return Tasks.recurring("orphan-sweep", fixedDelay(SWEEP)).execute((task, context) -> sweep.sweep());
    }
}
