package org.genonaut.comfyui.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.genonaut.comfyui.ExecutionListener;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.Pace;
import org.genonaut.comfyui.Phase;
import org.genonaut.comfyui.Preview;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.Recorded;
import org.genonaut.comfyui.ScriptedServer;
import org.genonaut.comfyui.wire.ComfyUIMessage;
import org.genonaut.comfyui.wire.ProgressSocket;
import org.junit.jupiter.api.Test;

class FollowerTest {

    private static final PromptId PROMPT = Recorded.TXT2IMG;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ScriptedServer server = new ScriptedServer(PROMPT, Recorded.history("success"));
    private final List<ExecutionProgress> heard = new ArrayList<>();
    private final List<Preview> previews = new ArrayList<>();
    private boolean cancelled;

    @Test
    void endsWithoutAnyMessage() throws Exception {
        server.runsFor(Duration.ofSeconds(30));

        assertThat(follow()).isInstanceOf(ExecutionResult.Success.class);
        assertThat(server.now()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(33));
    }

    @Test
    void endsAtOnceWhenTheEndIsAnnounced() throws Exception {
        server.runsFor(Duration.ofSeconds(30));
        server.saysAt(Duration.ofSeconds(30), new ComfyUIMessage.Ended(PROMPT.toString()));

        assertThat(follow()).isInstanceOf(ExecutionResult.Success.class);
        assertThat(server.now()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void waitsForAHistoryThatLagsBehindTheEnd() throws Exception {
        server.runsFor(Duration.ofSeconds(30));
        server.historyLagsBy(Duration.ofMillis(500));
        server.saysAt(Duration.ofSeconds(30), new ComfyUIMessage.Ended(PROMPT.toString()));

        assertThat(follow()).isInstanceOf(ExecutionResult.Success.class);
        assertThat(server.now()).isLessThan(Duration.ofSeconds(32));
    }

    @Test
    void isLostWhenTheServerKnowsNothingOfItThreeTimes() throws Exception {
        server.forgetsAt(Duration.ofSeconds(5));

        assertThat(follow()).isEqualTo(new ExecutionResult.Lost());
    }

    @Test
    void isInterruptedWhenItWasCancelledAndIsGone() throws Exception {
        cancelled = true;
        server.forgetsAt(Duration.ofSeconds(5));

        assertThat(follow()).isEqualTo(new ExecutionResult.Interrupted());
    }

    @Test
    void succeedsWhenACancelCameTooLate() throws Exception {
        cancelled = true;
        server.runsFor(Duration.ofSeconds(1));

        assertThat(follow()).isInstanceOf(ExecutionResult.Success.class);
    }

    @Test
    void survivesAServerThatDoesNotAnswerForAWhile() throws Exception {
        server.runsFor(Duration.ofSeconds(100));
        server.failsBetween(Duration.ofSeconds(10), Duration.ofSeconds(55));

        assertThat(follow()).isInstanceOf(ExecutionResult.Success.class);
    }

    @Test
    void letsGoOfAServerThatStaysAway() throws Exception {
        server.runsFor(Duration.ofHours(1));
        server.failsBetween(Duration.ofSeconds(10), Duration.ofHours(1));

        assertThat(follow())
                .isInstanceOfSatisfying(
                        ExecutionResult.Unreachable.class,
                        failure -> assertThat(failure.why()).contains("GET /history"));
        assertThat(server.now()).isBetween(Duration.ofSeconds(65), Duration.ofSeconds(80));
    }

    @Test
    void asksByHttpEvenIfMessagesNeverEnd() throws Exception {
        server.runsFor(Duration.ofSeconds(5));
        for (var second = 0; second < 100; second++) {
            server.saysAt(Duration.ofSeconds(second), new ComfyUIMessage.Progress(PROMPT.toString(), "3", second, 100));
        }

        assertThat(follow()).isInstanceOf(ExecutionResult.Success.class);
        assertThat(server.now()).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void tellsThatItRunsWhenTheSocketIsSilent() throws Exception {
        server.runsFor(Duration.ofSeconds(10));

        follow();

        assertThat(heard).extracting(ExecutionProgress::phase).containsExactly(Phase.LOADING);
    }

    @Test
    void isStuckWhenItRunsAndNothingIsHeardOfIt() throws Exception {
        server.runsFor(Duration.ofHours(5));
        server.saysAt(Duration.ofMinutes(9), new ComfyUIMessage.Progress(PROMPT.toString(), "3", 3, 4));

        assertThat(follow())
                .isInstanceOfSatisfying(
                        ExecutionResult.Stuck.class,
                        failure -> assertThat(failure.why()).contains("10 minutes"));
        assertThat(server.now()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
    }

    @Test
    void isStuckWhenItWaitsBehindAPromptThatNeverEnds() throws Exception {
        server.runsFor(Duration.ofHours(5));
        server.waitsBehind("another", Duration.ofHours(5));

        assertThat(follow()).isInstanceOf(ExecutionResult.Stuck.class);
        assertThat(server.now()).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
    }

    @Test
    void waitsPatientlyWhileOthersComeAndGo() throws Exception {
        server.runsFor(Duration.ofHours(2));
        for (var number = 0; number < 4; number++) {
            server.waitsBehind("other " + number, Duration.ofMinutes(25L * (number + 1)));
        }
        for (var minute = 100; minute < 120; minute += 5) {
            server.saysAt(
                    Duration.ofMinutes(minute), new ComfyUIMessage.Progress(PROMPT.toString(), "3", minute - 99, 21));
        }

        assertThat(follow()).isInstanceOf(ExecutionResult.Success.class);
    }

    @Test
    void ignoresOtherPrompts() throws Exception {
        var other = PromptId.random().toString();
        server.runsFor(Duration.ofSeconds(1));
        server.saysAt(Duration.ZERO, new ComfyUIMessage.Progress(other, "3", 3, 4));
        server.saysAt(Duration.ZERO, new ComfyUIMessage.Previewed("", new Preview("image/jpeg", new byte[] {1})));
        server.saysAt(Duration.ZERO, new ComfyUIMessage.Previewed(other, new Preview("image/jpeg", new byte[] {2})));

        follow();

        assertThat(heard).isEmpty();
        assertThat(previews).isEmpty();
    }

    @Test
    void takesAPreviewWithoutANameForThePromptThatWasHeardOfLast() throws Exception {
        server.runsFor(Duration.ofSeconds(1));
        server.saysAt(Duration.ZERO, new ComfyUIMessage.Progress(PROMPT.toString(), "3", 3, 4));
        server.saysAt(Duration.ZERO, new ComfyUIMessage.Previewed("", new Preview("image/jpeg", new byte[] {1})));

        follow();

        assertThat(previews).hasSize(1);
    }

    @Test
    void goesOnWhenItsListenerFails() throws Exception {
        server.runsFor(Duration.ofSeconds(1));
        server.saysAt(Duration.ZERO, new ComfyUIMessage.Started(PROMPT.toString()));
        var narrator = new Narrator(PROMPT, Recorded.txt2imgGraph(), new ExecutionListener() {
            @Override
            public void progressed(ExecutionProgress progress) {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void previewed(Preview preview) {}
        });

        assertThat(follow(narrator)).isInstanceOf(ExecutionResult.Success.class);
    }

    private ExecutionResult follow() throws InterruptedException {
        return follow(new Narrator(PROMPT, Recorded.txt2imgGraph(), new ExecutionListener() {
            @Override
            public void progressed(ExecutionProgress progress) {
                heard.add(progress);
            }

            @Override
            public void previewed(Preview preview) {
                previews.add(preview);
            }
        }));
    }

    private ExecutionResult follow(Narrator narrator) throws InterruptedException {
        return new Follower(PROMPT, server, server, narrator, () -> cancelled, PATIENCE, Pace.DEFAULT, server)
                .follow(ProgressSocket.none(Pace.DEFAULT, server));
    }
}
