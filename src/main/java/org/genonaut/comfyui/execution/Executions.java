package org.genonaut.comfyui.execution;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.genonaut.comfyui.ClientId;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.Execution;
import org.genonaut.comfyui.ExecutionListener;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.Pace;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.wire.Http;
import org.genonaut.comfyui.wire.ProgressSocket;
import org.genonaut.comfyui.wire.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The prompts of one server that are followed here, each by one thread that waits for its end. */
public final class Executions {

    private static final Logger log = LoggerFactory.getLogger(Executions.class);

    private final Http http;
    private final ServerRecords records;
    private final Cancellation cancellation;
    private final Duration patience;
    private final Pace pace;
    private final Time time;
    private final ConcurrentMap<PromptId, Run> runs = new ConcurrentHashMap<>();

    /** @param patience how long nothing may move at the server before a prompt counts as stuck */
    public Executions(Http http, ServerRecords records, Duration patience, Pace pace, Time time) {
        this.http = http;
        this.records = records;
        this.cancellation = new Cancellation(http, records);
        this.patience = patience;
        this.pace = pace;
        this.time = time;
    }

    public ExecutionResult execute(Execution execution, ExecutionListener listener) throws InterruptedException {
        var run = begin(execution.promptId());
        // The socket comes first: events of a time when nobody listened are never repeated.
        try (var socket = listen(run, execution.clientId())) {
            var submission = new Submission(http, records, cancellation, pace, time);
            var refusal = submission.submit(execution, run::isCancelled);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            cancelIfAskedMeanwhile(run);
            var narrator = new Narrator(run.prompt(), Graph.of(execution.workflow()), listener);
            narrator.accepted();
            return follow(run, narrator, socket);
        } finally {
            runs.remove(run.prompt());
        }
    }

    public ExecutionResult attach(PromptId prompt, ClientId client, ExecutionListener listener)
            throws InterruptedException {
        var run = begin(prompt);
        try {
            return switch (find(prompt)) {
                case ServerRecords.Whereabouts.Finished(var entry) -> Outcome.of(entry);
                case ServerRecords.Whereabouts.Queued queued -> {
                    try (var socket = listen(run, client)) {
                        var graph = queued.queue().graph(prompt).orElseGet(Graph::empty);
                        yield follow(run, new Narrator(prompt, graph, listener), socket);
                    }
                }
                case ServerRecords.Whereabouts.Absent absent ->
                    follow(run, new Narrator(prompt, Graph.empty(), listener), ProgressSocket.none(pace, time));
            };
        } finally {
            runs.remove(prompt);
        }
    }

    public void cancel(PromptId prompt) throws InterruptedException {
        var run = runs.get(prompt);
        if (run != null) {
            run.cancel();
        }
        cancellation.cancel(prompt);
        if (run != null) {
            run.lookNow();
        }
    }

    /** @return false when the prompt runs or has ended, and nothing was done */
    public boolean withdraw(PromptId prompt) throws InterruptedException {
        cancellation.deleteWaiting(prompt);
        if (!(records.find(prompt) instanceof ServerRecords.Whereabouts.Absent)) {
            return false;
        }
        var run = runs.get(prompt);
        if (run != null) {
            run.cancel();
            run.lookNow();
        }
        return true;
    }

    /** Lets go of all, as an interrupt does. */
    public void release() {
        runs.values().forEach(Run::release);
    }

    private Run begin(PromptId prompt) {
        var run = new Run(prompt);
        if (runs.putIfAbsent(prompt, run) != null) {
            throw new IllegalStateException("Prompt " + prompt + " is already followed");
        }
        return run;
    }

    private ProgressSocket listen(Run run, ClientId client) throws InterruptedException {
        return ProgressSocket.open(http, client, pace, time, run.inbox()::put);
    }

    private ExecutionResult follow(Run run, Narrator narrator, ProgressSocket socket) throws InterruptedException {
        narrator.queued();
        var follower = new Follower(run.prompt(), records, run, narrator, run::isCancelled, patience, pace, time);
        var result = follower.follow(socket);
        if (result instanceof ExecutionResult.Stuck) {
            // So that it does not run there too, should the server come to life again.
            cancelQuietly(run);
        }
        return result;
    }

    private ServerRecords.Whereabouts find(PromptId prompt) throws InterruptedException {
        try {
            return records.find(prompt);
        } catch (ComfyUIException e) {
            log.info("Prompt {} cannot be looked for yet: {}", prompt, e.getMessage());
            return new ServerRecords.Whereabouts.Absent();
        }
    }

    /** A cancel that came before the server had the prompt found nothing to cancel. */
    private void cancelIfAskedMeanwhile(Run run) throws InterruptedException {
        if (run.isCancelled()) {
            cancelQuietly(run);
            run.lookNow();
        }
    }

    private void cancelQuietly(Run run) throws InterruptedException {
        try {
            cancellation.cancel(run.prompt());
        } catch (ComfyUIException e) {
            log.info("Prompt {} cannot be cancelled: {}", run.prompt(), e.getMessage());
        }
    }
}
