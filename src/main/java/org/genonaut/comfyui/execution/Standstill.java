package org.genonaut.comfyui.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.wire.Time;
import org.jspecify.annotations.Nullable;

/**
 * Notices that nothing moves at a server any more. A ComfyUI whose only worker has died goes on to answer and to
 * accept, and shows the prompt at which it died as running for ever.
 */
final class Standstill {

    /** What runs before us may be long work of somebody else, of which we hear nothing. */
    private static final int TIMES_WHILE_WAITING = 3;

    private final PromptId prompt;
    private final Duration patience;
    private final Time time;
    private @Nullable Set<String> running;
    private Duration lastMove;

    Standstill(PromptId prompt, Duration patience, Time time) {
        this.prompt = prompt;
        this.patience = patience;
        this.time = time;
        this.lastMove = time.now();
    }

    /** Something was heard of the prompt. */
    void moved() {
        lastMove = time.now();
    }

    /** Why the server counts as stuck, if it does. */
    Optional<String> observe(QueueSnapshot queue) {
        // Others may go on to queue: only what runs tells that the worker works.
        if (!queue.running().equals(running)) {
            running = queue.running();
            moved();
            return Optional.empty();
        }
        var runs = queue.runs(prompt);
        var limit = runs ? patience : patience.multipliedBy(TIMES_WHILE_WAITING);
        if (time.now().minus(lastMove).compareTo(limit) < 0) {
            return Optional.empty();
        }
        return Optional.of("The server answers, but %s for %d minutes"
                .formatted(
                        runs ? "the prompt has not gone on" : "has not begun another prompt",
                        time.now().minus(lastMove).toMinutes()));
    }
}
