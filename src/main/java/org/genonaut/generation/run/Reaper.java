package org.genonaut.generation.run;

import org.genonaut.generation.queue.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Goes on with what dead nodes have left. */
@Component
class Reaper {

    private static final Logger log = LoggerFactory.getLogger(Reaper.class);

    private final Leases leases;
    private final LeaseKeeper keeper;
    private final JobRunner runner;

    Reaper(Leases leases, LeaseKeeper keeper, JobRunner runner) {
        this.leases = leases;
        this.keeper = keeper;
        this.runner = runner;
    }

    void takeOver() {
        if (!keeper.isSettled()) {
            return;
        }
        var taken = leases.takeOver();
        if (!taken.isEmpty()) {
            log.info("{} jobs are taken over", taken.size());
        }
        taken.forEach(runner::start);
    }
}
