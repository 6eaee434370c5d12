package org.genonaut.comfyui.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.Pace;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.wire.ComfyUIMessage;
import org.genonaut.comfyui.wire.Messages;
import org.genonaut.comfyui.wire.ProgressSocket;
import org.genonaut.comfyui.wire.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a prompt until it has ended. Messages tell how it goes on and when to look; only the server's records decide
 * how it ended. So a lost, late, foreign or doubled message delays the end at most.
 */
public final class Follower {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    /** How often to look in quick succession once the end was announced. */
    private static final int EAGER_LOOKS = 20;

    /** A busy server may answer once from the moment between its queue and its history; not so often. */
    private static final int ABSENCES_UNTIL_LOST = 3;

    private static final int ABSENCES_UNTIL_CANCELLED = 2;

    private final PromptId prompt;
    private final ServerRecords records;
    private final Messages messages;
    private final Narrator narrator;
    private final BooleanSupplier cancelled;
    private final Pace pace;
    private final Time time;

    private final Standstill standstill;
    private Duration nextLook;
    private Duration lastLook;
    private Duration lastAnswer;
    private int eagerLooks;
    private int absences;

    /** @param patience how long nothing may move at the server before the prompt counts as stuck */
    public Follower(
            PromptId prompt,
            ServerRecords records,
            Messages messages,
            Narrator narrator,
            BooleanSupplier cancelled,
            Duration patience,
            Pace pace,
            Time time) {
        this.prompt = prompt;
        this.records = records;
        this.messages = messages;
        this.narrator = narrator;
        this.cancelled = cancelled;
        this.pace = pace;
        this.time = time;
        this.standstill = new Standstill(prompt, patience, time);
        var now = time.now();
        this.lastLook = now;
        this.lastAnswer = now;
        this.nextLook = now.plus(pace.quiet());
    }

    public ExecutionResult follow(ProgressSocket socket) throws InterruptedException {
        while (true) {
            var message = messages.next(untilNextLook());
            if (message != null) {
                hear(message);
            }
            if (untilNextLook().isZero()) {
                var result = look();
                if (result.isPresent()) {
                    return result.get();
                }
            }
            socket.keepAlive();
        }
    }

    private Duration untilNextLook() {
        var left = nextLook.minus(time.now());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void hear(ComfyUIMessage message) {
        if (!narrator.hear(message)) {
            return;
        }
        standstill.moved();
        if (message instanceof ComfyUIMessage.Ended) {
            eagerLooks = EAGER_LOOKS;
            nextLook = time.now();
        } else if (eagerLooks == 0) {
            nextLook = earlier(time.now().plus(pace.quiet()), lastLook.plus(pace.atLeast()));
        }
    }

    private Optional<ExecutionResult> look() throws InterruptedException {
        try {
            var whereabouts = records.find(prompt);
            lastAnswer = time.now();
            return switch (whereabouts) {
                case ServerRecords.Whereabouts.Finished(var entry) -> Optional.of(Outcome.of(entry));
                case ServerRecords.Whereabouts.Queued(var queue) -> stillQueued(queue);
                case ServerRecords.Whereabouts.Absent absent -> absent();
            };
        } catch (ComfyUIException e) {
            return noAnswer(e);
        }
    }

    private Optional<ExecutionResult> stillQueued(QueueSnapshot queue) {
        absences = 0;
        if (queue.runs(prompt)) {
            narrator.running();
        }
        var stuck = standstill.observe(queue);
        if (stuck.isPresent()) {
            return Optional.of(new ExecutionResult.Stuck(stuck.get()));
        }
        lookAgainIn(eagerLooks > 0 ? pace.eager() : pace.quiet());
        return Optional.empty();
    }

    private Optional<ExecutionResult> absent() {
        absences++;
        if (cancelled.getAsBoolean() && absences >= ABSENCES_UNTIL_CANCELLED) {
            // A prompt that is deleted while it waits leaves no trace.
            return Optional.of(new ExecutionResult.Interrupted());
        }
        if (absences >= ABSENCES_UNTIL_LOST) {
            return Optional.of(new ExecutionResult.Lost());
        }
        lookAgainIn(cancelled.getAsBoolean() ? pace.eager() : pace.absence());
        return Optional.empty();
    }

    private Optional<ExecutionResult> noAnswer(ComfyUIException fault) {
        if (time.now().minus(lastAnswer).compareTo(pace.giveUp()) >= 0) {
            return Optional.of(new ExecutionResult.Unreachable(fault.getMessage(), true));
        }
        log.debug("Cannot look for prompt {}: {}", prompt, fault.getMessage());
        lookAgainIn(pace.quiet());
        return Optional.empty();
    }

    private void lookAgainIn(Duration pause) {
        eagerLooks = Math.max(0, eagerLooks - 1);
        lastLook = time.now();
        nextLook = lastLook.plus(pause);
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
