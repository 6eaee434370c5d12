package org.genonaut.comfyui.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.Phase;
import org.genonaut.comfyui.Recorded;
import org.genonaut.comfyui.wire.ComfyUIMessage;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ProgressFoldTest {

    private static final String PROMPT = Recorded.TXT2IMG.toString();

    private final ProgressFold fold = new ProgressFold(Recorded.txt2imgGraph());

    @Test
    void goesThroughThePhasesOfARecordedRun() {
        assertThat(phases(foldAll(Recorded.messages("txt2img"))))
                .containsExactly(Phase.QUEUED, Phase.LOADING, Phase.SAMPLING, Phase.DECODING, Phase.SAVING);
    }

    @Test
    void neverRunsBackwardsAndEndsFullInARecordedRun() {
        var fractions = fractions(foldAll(Recorded.messages("txt2img")));

        assertThat(fractions).isSorted().startsWith(0.0);
        assertThat(fractions.getLast()).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void tellsLoadingFromSamplingInTheSameNode() {
        executing("4");

        assertThat(executing("3")).returns(Phase.LOADING, ExecutionProgress::phase);
        assertThat(progress("3", 1, 4))
                .returns(Phase.SAMPLING, ExecutionProgress::phase)
                .returns(1, ExecutionProgress::step)
                .returns(4, ExecutionProgress::steps);
    }

    @Test
    void knowsTheNumberOfStepsBeforeTheFirst() {
        assertThat(executing("4")).returns(0, ExecutionProgress::step).returns(4, ExecutionProgress::steps);
    }

    @Test
    void givesTheSamplerMostOfTheBar() {
        executing("4");
        var before = executing("3").fraction();
        var after = executing("8").fraction();

        assertThat(after - before).isGreaterThan(0.5);
    }

    @Test
    void countsOnlyNodesThatAreNotCached() {
        var cached = Set.of("4", "10", "6", "7", "5");

        assertThat(fold.fold(new ComfyUIMessage.Cached(PROMPT, cached)).fraction())
                .isZero();
        assertThat(progress("3", 4, 4).fraction()).isGreaterThan(0.9);
    }

    @Test
    void neverRunsBackwardsWhenTheCacheIsAnnouncedLate() {
        var before = progress("3", 4, 4).fraction();

        assertThat(fold.fold(new ComfyUIMessage.Cached(PROMPT, Set.of("3"))).fraction())
                .isGreaterThanOrEqualTo(before);
    }

    @Test
    void ignoresAnExecutingNodeThatHasFinishedBefore() {
        executing("4");
        executing("3");
        progress("3", 2, 4);

        assertThat(executing("4")).returns(Phase.SAMPLING, ExecutionProgress::phase);
    }

    @Test
    void ignoresProgressThatComesLate() {
        progress("3", 3, 4);

        assertThat(progress("3", 1, 4)).returns(3, ExecutionProgress::step);
    }

    @Test
    void survivesSenselessNumbers() {
        for (var max : List.of(0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
            progress("3", 1, max);
            progress("3", Double.NaN, max);
        }

        assertThat(progress("3", 9, 4)).returns(4, ExecutionProgress::step).returns(4, ExecutionProgress::steps);
    }

    @Test
    void ignoresNodesThatTheGraphDoesNotHave() {
        assertThat(progress("77", 1, 2)).returns(0.0, ExecutionProgress::fraction);
    }

    @RepeatedTest(50)
    void neverRunsBackwardsHoweverMessagesAreDroppedDoubledAndMixedUp(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var messages = new ArrayList<>(Recorded.messages("txt2img"));
        messages.addAll(Recorded.messages("txt2img"));
        messages.removeIf(message -> random.nextInt(4) == 0);
        Collections.shuffle(messages, random);

        assertThat(fractions(foldAll(messages))).isSorted();
    }

    private ExecutionProgress executing(String node) {
        return fold.fold(new ComfyUIMessage.Executing(PROMPT, node));
    }

    private ExecutionProgress progress(String node, double value, double max) {
        return fold.fold(new ComfyUIMessage.Progress(PROMPT, node, value, max));
    }

    private List<ExecutionProgress> foldAll(List<ComfyUIMessage> messages) {
        return Stream.concat(
                        Stream.of(ExecutionProgress.queued()), messages.stream().map(fold::fold))
                .toList();
    }

    private static List<Phase> phases(List<ExecutionProgress> states) {
        return states.stream().map(ExecutionProgress::phase).distinct().toList();
    }

    private static List<Double> fractions(List<ExecutionProgress> states) {
        return states.stream().map(ExecutionProgress::fraction).toList();
    }
}
