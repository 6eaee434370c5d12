package org.genonaut.generation.run;

import static com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType.RAN_EXECUTE_DUE;
import static com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType.UNEXPECTED_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OutageNotesTest {

    private final OutageNotes notes = new OutageNotes();

    @Test
    void saysEachOutageOnce(CapturedOutput console) {
        for (int outage = 0; outage < 2; outage++) {
            notes.onSchedulerEvent(UNEXPECTED_ERROR);
            notes.onSchedulerEvent(UNEXPECTED_ERROR);
            notes.onSchedulerEvent(RAN_EXECUTE_DUE);
            notes.onSchedulerEvent(RAN_EXECUTE_DUE);
        }

        assertThat(console.toString().lines().filter(line -> line.contains("cannot read its schedule")))
                .hasSize(2);
    }
}
