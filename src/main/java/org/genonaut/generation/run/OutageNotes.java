package org.genonaut.generation.run;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says once that house-keeping cannot read its schedule, and once that it goes on; the scheduler says it each second. */
@Component
class OutageNotes extends AbstractSchedulerListener {

    private static final Logger log = LoggerFactory.getLogger(OutageNotes.class);

    private final AtomicBoolean away = new AtomicBoolean();

    @Override
    public void onSchedulerEvent(SchedulerListener.SchedulerEventType event) {
        switch (event) {
            case UNEXPECTED_ERROR -> {
                if (!away.getAndSet(true)) {
                    log.warn(
                            "House-keeping cannot read its schedule, as when the database is away; it goes on by itself");
                }
            }
            case RAN_EXECUTE_DUE -> {
                if (away.getAndSet(false)) {
                    log.info("House-keeping goes on");
                }
            }
            default -> {}
        }
    }
}
