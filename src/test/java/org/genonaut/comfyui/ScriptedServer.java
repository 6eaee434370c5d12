package org.genonaut.comfyui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.genonaut.comfyui.execution.HistoryEntry;
import org.genonaut.comfyui.execution.QueueSnapshot;
import org.genonaut.comfyui.execution.ServerRecords;
import org.genonaut.comfyui.wire.ComfyUIMessage;
import org.genonaut.comfyui.wire.Messages;
import org.genonaut.comfyui.wire.Time;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A server with one prompt, and the time in which it runs: waiting for a message passes it. */
public final class ScriptedServer implements ServerRecords, Messages, Time {

    private static final Duration NEVER = Duration.ofDays(1);

    private record Ahead(String prompt, Duration until) {}

    private record Said(Duration at, ComfyUIMessage message) {}

    private final PromptId prompt;
    private final HistoryEntry ending;
    private final PriorityQueue<Said> said = new PriorityQueue<>(Comparator.comparing(Said::at));
    private final List<Ahead> ahead = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private Duration endsAt = NEVER;
    private Duration historyLag = Duration.ZERO;
    private Duration forgetsAt = NEVER;
    private Duration failsFrom = NEVER;
    private Duration failsUntil = NEVER;

    public ScriptedServer(PromptId prompt, HistoryEntry ending) {
        this.prompt = prompt;
        this.ending = ending;
    }

    public void runsFor(Duration length) {
        endsAt = length;
    }

    public void historyLagsBy(Duration length) {
        historyLag = length;
    }

    public void forgetsAt(Duration moment) {
        forgetsAt = moment;
    }

    public void failsBetween(Duration from, Duration until) {
        failsFrom = from;
        failsUntil = until;
    }

    /** Another prompt runs until this moment; those that are named first run first. */
    public void waitsBehind(String other, Duration until) {
        ahead.add(new Ahead(other, until));
    }

    public void saysAt(Duration moment, ComfyUIMessage message) {
        said.add(new Said(moment, message));
    }

    @Override
    public @Nullable ComfyUIMessage next(Duration patience) {
        var deadline = now.plus(patience);
        var first = said.peek();
        if (first == null || first.at().compareTo(deadline) > 0) {
            now = deadline;
            return null;
        }
        said.remove();
        now = first.at().compareTo(now) > 0 ? first.at() : now;
        return first.message();
    }

    @Override
    public Optional<HistoryEntry> history(PromptId asked) {
        answer("GET /history");
        return hasPassed(endsAt.plus(historyLag)) && !hasPassed(forgetsAt) ? Optional.of(ending) : Optional.empty();
    }

    @Override
    public QueueSnapshot queue() {
        answer("GET /queue");
        if (hasPassed(endsAt) || hasPassed(forgetsAt)) {
            return new QueueSnapshot(Set.of(), Map.of());
        }
        var graphs = new HashMap<String, JsonNode>();
        graphs.put(prompt.toString(), MissingNode.getInstance());
        var running = ahead.stream()
                .filter(other -> !hasPassed(other.until()))
                .findFirst()
                .map(Ahead::prompt)
                .orElseGet(prompt::toString);
        graphs.put(running, MissingNode.getInstance());
        return new QueueSnapshot(Set.of(running), graphs);
    }

    @Override
    public Duration now() {
        return now;
    }

    @Override
    public void pause(Duration length) {
        now = now.plus(length);
    }

    private void answer(String request) {
        if (hasPassed(failsFrom) && !hasPassed(failsUntil)) {
            throw new ComfyUIException.Unreachable(request, ComfyUIException.Unreachable.Reason.TIMED_OUT, null);
        }
    }

    private boolean hasPassed(Duration moment) {
        return now.compareTo(moment) >= 0;
    }
}
