package org.genonaut.comfyui.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genonaut.comfyui.ExecutionListener;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.Pace;
import org.genonaut.comfyui.Preview;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.Recorded;
import org.genonaut.comfyui.ScriptedServer;
import org.genonaut.comfyui.wire.ComfyUIMessage;
import org.genonaut.comfyui.wire.ProgressSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A property: whichever of its messages are dropped, doubled, delayed, reordered or mixed with those of others, an
 * execution ends in the one result that the server's records hold, and its progress never goes back.
 */
class AnyOrderOfMessagesTest {

    private static final PromptId PROMPT = Recorded.TXT2IMG;
    private static final int SEEDS = 300;
    private static final int LONGEST_MILLIS = 90_000;

    /** How a run ends on the server, by the history that it leaves. */
    static Stream<String> endings() {
        return Stream.of(
                "success",
                "cached",
                "two-images",
                "runtime-error",
                "out-of-memory",
                "corrupt-checkpoint",
                "interrupted",
                "blocked",
                "saved-then-failed");
    }

    @ParameterizedTest
    @MethodSource("endings")
    void endsAsTheServersRecordsSay(String ending) {
        var expected = Outcome.of(Recorded.history(ending));
        IntStream.range(0, SEEDS).forEach(seed -> {
            var server = new ScriptedServer(PROMPT, Recorded.history(ending));
            assertThat(run(server, new Random(seed), false)).as("seed %d", seed).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @MethodSource("endings")
    void isLostWhenTheServerForgetsIt(String ending) {
        IntStream.range(0, SEEDS / 10).forEach(seed -> {
            var server = new ScriptedServer(PROMPT, Recorded.history(ending));
            server.forgetsAt(Duration.ZERO);
            assertThat(run(server, new Random(seed), false)).as("seed %d", seed).isEqualTo(new ExecutionResult.Lost());
        });
    }

    @ParameterizedTest
    @MethodSource("endings")
    void isInterruptedOrEndsByItselfWhenItWasCancelled(String ending) {
        var byItself = Outcome.of(Recorded.history(ending));
        IntStream.range(0, SEEDS / 10).forEach(seed -> {
            var random = new Random(seed);
            var server = new ScriptedServer(PROMPT, Recorded.history(ending));
            server.forgetsAt(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
            assertThat(run(server, random, true))
                    .as("seed %d", seed)
                    .isIn(List.of(byItself, new ExecutionResult.Interrupted()));
        });
    }

    private static ExecutionResult run(ScriptedServer server, Random random, boolean cancelled) {
        server.runsFor(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
        server.historyLagsBy(Duration.ofMillis(random.nextInt(600)));
        var from = random.nextInt(LONGEST_MILLIS);
        server.failsBetween(Duration.ofMillis(from), Duration.ofMillis(from + random.nextInt(30_000)));
        disordered(random)
                .forEach(message -> server.saysAt(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)), message));
        var told = new ArrayList<ExecutionProgress>();
        var narrator = new Narrator(PROMPT, Recorded.txt2imgGraph(), new ExecutionListener() {
            @Override
            public void progressed(ExecutionProgress progress) {
                told.add(progress);
            }

            @Override
            public void previewed(Preview preview) {}
        });
        var follower = new Follower(
                PROMPT, server, server, narrator, () -> cancelled, Duration.ofMinutes(10), Pace.DEFAULT, server);
        try {
            var result = follower.follow(ProgressSocket.none(Pace.DEFAULT, server));
            assertThat(told).extracting(ExecutionProgress::fraction).isSorted();
            return result;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ComfyUIMessage> disordered(Random random) {
        var messages = new ArrayList<>(Recorded.messages("txt2img"));
        messages.addAll(Recorded.messages("txt2img").subList(0, random.nextInt(20)));
        messages.addAll(Recorded.messages("cached"));
        messages.add(new ComfyUIMessage.Ended(PROMPT.toString()));
        messages.add(new ComfyUIMessage.Ended(PromptId.random().toString()));
        messages.add(new ComfyUIMessage.Progress(PROMPT.toString(), "3", Double.NaN, 0));
        messages.add(new ComfyUIMessage.Previewed("", new Preview("image/jpeg", new byte[] {1})));
        messages.removeIf(message -> random.nextInt(3) == 0);
        Collections.shuffle(messages, random);
        return messages;
    }
}
