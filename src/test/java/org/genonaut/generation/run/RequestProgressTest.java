package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.Phase;
import org.genonaut.generation.GenerationEvent;
import org.genonaut.generation.GenerationId;
import org.junit.jupiter.api.Test;

class RequestProgressTest {

    private final RequestProgress progress = new RequestProgress(4);

    @Test
    void followsTheFirstJobThatHasBegun() {
        progress.begin(0, "Atlas");
        progress.begin(1, "Borealis");
        progress.progressed(1, "Borealis", sampling(0.5, 10));

        assertThat(progress.leads(1)).isTrue();
        assertThat(event().backend()).isEqualTo("Borealis");
        assertThat(event().step()).isEqualTo(10);

        progress.progressed(0, "Atlas", sampling(0.1, 2));

        assertThat(progress.leads(1)).isFalse();
        assertThat(event().backend()).isEqualTo("Atlas");
        assertThat(event().step()).isEqualTo(2);
    }

    @Test
    void addsUpAllJobs() {
        progress.begin(0, "Atlas");
        progress.ended(1, 1);
        progress.progressed(1, "Atlas", sampling(0.5, 10));

        assertThat(event().fraction()).isEqualTo(1.5 / 4);
        assertThat(event().imagesDone()).isEqualTo(1);
    }

    @Test
    void neverRunsBackwardsWhenAJobBeginsAnew() {
        progress.begin(0, "Atlas");
        progress.progressed(0, "Atlas", sampling(0.8, 16));
        progress.finished(0, 0, 0);
        progress.begin(0, "Borealis");

        assertThat(event().fraction()).isEqualTo(0.2);
    }

    private GenerationEvent.Running event() {
        return progress.event(new GenerationId(new UUID(0, 1)), 0);
    }

    private static ExecutionProgress sampling(double fraction, int step) {
        return new ExecutionProgress(Phase.SAMPLING, fraction, step, 20);
    }
}
