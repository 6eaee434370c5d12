package org.genonaut.generation.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.Phase;
import org.genonaut.generation.GenerationEvent;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.queue.JobId;
import org.genonaut.generation.watch.StoredStanding.RemoteJob;
import org.junit.jupiter.api.Test;

class RequestProgressTest {

    private static final GenerationId ID = new GenerationId(new UUID(0, 1));

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
        progress.ended(Set.of(0), 1);
        progress.progressed(1, "Atlas", sampling(0.5, 10));

        assertThat(event().fraction()).isEqualTo(1.5 / 4);
        assertThat(event().imagesDone()).isEqualTo(1);
    }

    @Test
    void neverRunsBackwardsWhenAJobBeginsAnew() {
        progress.begin(0, "Atlas");
        progress.progressed(0, "Atlas", sampling(0.8, 16));
        progress.finished(0, Set.of(), 0);
        progress.begin(0, "Borealis");

        assertThat(event().fraction()).isEqualTo(0.2);
    }

    @Test
    void addsUpWhatRunsHereAndElsewhere() {
        progress.progressed(1, "Atlas", sampling(0.5, 10));
        progress.heard(standing(Set.of(3), 2, elsewhere(2, sampling(0.25, 5))));

        assertThat(event().fraction()).isEqualTo((1 + 0.5 + 0.25) / 4);
        assertThat(event().imagesDone()).isEqualTo(2);
        assertThat(event().backend()).isEqualTo("Atlas");
    }

    @Test
    void followsAJobElsewhereThatComesFirst() {
        progress.progressed(1, "Atlas", sampling(0.5, 10));
        progress.heard(standing(Set.of(), 0, elsewhere(0, sampling(0.1, 2))));

        assertThat(event().backend()).isEqualTo("Borealis");
        assertThat(event().step()).isEqualTo(2);
        assertThat(progress.leads(1)).isFalse();
        assertThat(progress.previewElsewhere())
                .hasValueSatisfying(job -> assertThat(job.preview()).isEqualTo(7));
    }

    @Test
    void knowsMoreOfWhatRunsHereThanTheDatabase() {
        progress.progressed(0, "Atlas", sampling(0.5, 10));
        progress.heard(standing(Set.of(), 0, elsewhere(0, sampling(0.9, 18))));

        assertThat(event().fraction()).isEqualTo(0.5 / 4);
        assertThat(event().backend()).isEqualTo("Atlas");
        assertThat(progress.previewElsewhere()).isEmpty();
    }

    @Test
    void countsAJobOnceThatTheDatabaseKnowsToHaveEndedFirst() {
        progress.progressed(0, "Atlas", sampling(0.9, 18));
        progress.heard(standing(Set.of(0), 1));

        assertThat(event().fraction()).isEqualTo(0.25);

        progress.finished(0, Set.of(0), 1);

        assertThat(event().fraction()).isEqualTo(0.25);
    }

    @Test
    void countsAJobOnceThatEndedElsewhereWhenOneHereEnds() {
        progress.progressed(0, "Atlas", sampling(0.9, 18));
        progress.heard(standing(Set.of(), 0, elsewhere(1, sampling(0.9, 18))));
        progress.finished(0, Set.of(0, 1), 2);

        assertThat(event().fraction()).isEqualTo(0.5);
    }

    @Test
    void neverRunsBackwardsWhenAJobGoesOnElsewhere() {
        progress.progressed(0, "Atlas", sampling(0.8, 16));
        progress.left(0);
        progress.heard(standing(Set.of(), 0));
        progress.heard(standing(Set.of(), 0, elsewhere(0, sampling(0.1, 2))));

        assertThat(event().fraction()).isEqualTo(0.2);
        assertThat(event().step()).isEqualTo(2);
    }

    @Test
    void needsNobodyOnceEveryJobThatIsOpenRunsHere() {
        progress.begin(0, "Atlas");
        progress.begin(1, "Borealis");
        progress.ended(Set.of(2), 1);

        assertThat(progress.runsWhollyHere()).isFalse();

        progress.ended(Set.of(2, 3), 2);

        assertThat(progress.runsWhollyHere()).isTrue();

        progress.left(1);

        assertThat(progress.runsWhollyHere()).isFalse();
    }

    private static StoredStanding standing(Set<Integer> ended, int images, RemoteJob... elsewhere) {
        return new StoredStanding(ID, GenerationStatus.PROCESSING, 4, ended, images, List.of(elsewhere));
    }

    private static RemoteJob elsewhere(int number, ExecutionProgress state) {
        var job = new JobId(new UUID(1, number));
        return new RemoteJob(new JobProgress(job, ID, number, "Borealis", state), 7, true);
    }

    private GenerationEvent.Running event() {
        return progress.event(ID, 0);
    }

    private static ExecutionProgress sampling(double fraction, int step) {
        return new ExecutionProgress(Phase.SAMPLING, fraction, step, 20);
    }
}
