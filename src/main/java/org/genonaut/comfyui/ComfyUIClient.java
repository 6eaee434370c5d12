package org.genonaut.comfyui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.genonaut.comfyui.execution.Cancellation;
import org.genonaut.comfyui.execution.Follower;
import org.genonaut.comfyui.execution.Graph;
import org.genonaut.comfyui.execution.Narrator;
import org.genonaut.comfyui.execution.Outcome;
import org.genonaut.comfyui.execution.RemoteRecords;
import org.genonaut.comfyui.execution.Run;
import org.genonaut.comfyui.execution.ServerRecords;
import org.genonaut.comfyui.execution.Submission;
import org.genonaut.comfyui.wire.Downloader;
import org.genonaut.comfyui.wire.Http;
import org.genonaut.comfyui.wire.Json;
import org.genonaut.comfyui.wire.ProgressSocket;
import org.genonaut.comfyui.wire.Time;
import org.genonaut.comfyui.wire.Uploader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Speaks with one ComfyUI. Executions block the calling thread, which should be a virtual one, and any number may go on
 * at once. An interrupt of that thread, or closing the client, lets go of the execution and leaves it to the server.
 */
public final class ComfyUIClient implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ComfyUIClient.class);

    private static final int SERVER_ERROR = 500;

    private final Http http;
    private final ServerRecords records;
    private final Cancellation cancellation;
    private final Timeouts timeouts;
    private final Pace pace;
    private final Time time = Time.REAL;
    private final ConcurrentMap<PromptId, Run> runs = new ConcurrentHashMap<>();

    public ComfyUIClient(Connection connection) {
        this(connection, Pace.DEFAULT);
    }

    public ComfyUIClient(Connection connection, Pace pace) {
        this.http = new Http(connection);
        this.records = new RemoteRecords(http);
        this.cancellation = new Cancellation(http, records);
        this.timeouts = connection.timeouts();
        this.pace = pace;
    }

    /**
     * Executes a workflow and waits for its end.
     *
     * @throws InterruptedException if this process lets go of it; the prompt may go on and can be attached to later
     * @throws IllegalStateException if the same prompt is already followed here
     */
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

    /**
     * Follows a prompt that was submitted before, by this process or an earlier one, and waits for its end.
     *
     * @param client the client id that it was submitted with
     * @throws InterruptedException if this process lets go of it again
     * @throws IllegalStateException if the same prompt is already followed here
     */
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

    /**
     * Takes a prompt from the server, whether it waits or runs, and touches no other. Whoever follows it here is told
     * that it was interrupted, unless it had ended before.
     *
     * @throws ComfyUIException if the server cannot be asked
     */
    public void cancel(PromptId prompt) {
        var run = runs.get(prompt);
        if (run != null) {
            run.cancel();
        }
        plainly(() -> {
            cancellation.cancel(prompt);
            return prompt;
        });
        if (run != null) {
            run.lookNow();
        }
    }

    /**
     * Takes a prompt from the server if it still waits there. Whoever follows it here is told that it was interrupted.
     *
     * @return false when it runs or has ended, and nothing was done
     * @throws ComfyUIException if the server cannot be asked; then it may or may not be taken
     */
    public boolean withdraw(PromptId prompt) {
        var state = plainly(() -> {
            cancellation.deleteWaiting(prompt);
            return stateOf(prompt);
        });
        if (!(state instanceof PromptState.Unknown)) {
            return false;
        }
        var run = runs.get(prompt);
        if (run != null) {
            run.cancel();
            run.lookNow();
        }
        return true;
    }

    /**
     * Asks once where a prompt stands.
     *
     * @throws ComfyUIException if the server cannot be asked
     */
    public PromptState look(PromptId prompt) {
        return plainly(() -> stateOf(prompt));
    }

    private PromptState stateOf(PromptId prompt) throws InterruptedException {
        return switch (records.find(prompt)) {
            case ServerRecords.Whereabouts.Finished(var entry) -> new PromptState.Ended(Outcome.of(entry));
            case ServerRecords.Whereabouts.Queued(var queue) ->
                queue.runs(prompt) ? new PromptState.Running() : new PromptState.Waiting();
            case ServerRecords.Whereabouts.Absent absent -> new PromptState.Unknown();
        };
    }

    /**
     * Makes the server let go of all models and the memory they take, once nothing runs.
     *
     * @throws ComfyUIException if the server cannot be asked
     */
    public void free() {
        var wish =
                JsonNodeFactory.instance.objectNode().put("unload_models", true).put("free_memory", true);
        var answer = plainly(() -> http.post("/free", wish));
        if (!answer.isOk()) {
            throw answer.unexpected();
        }
    }

    /** Whether the server runs this prompt or has it waiting, whoever follows it. */
    public boolean holds(PromptId prompt) {
        return plainly(records::queue).holds(prompt);
    }

    /**
     * The prompt that the server says it is working on; empty if there is none, or another client chose its id.
     *
     * @throws ComfyUIException if the server cannot be asked
     */
    public Optional<PromptId> running() {
        return plainly(records::queue).runningPrompt();
    }

    /** The run that the server has ended last; empty if it remembers none. */
    public Optional<HistoryMark> newestRun() {
        return plainly(() -> http.get("/history?max_items=1")).object().propertyNames().stream()
                .findFirst()
                .map(HistoryMark::new);
    }

    /** Whether the server still knows this run. */
    public boolean remembers(HistoryMark run) {
        return plainly(() -> http.get("/history/" + Http.encode(run.promptId())))
                .object()
                .has(run.promptId());
    }

    /** What the server says about itself; also the cheapest way to learn whether it answers. */
    public SystemStats systemStats() {
        return SystemStats.of(plainly(() -> http.get("/system_stats")));
    }

    /** These classes, or all of them if none is named. Classes that the server lacks, or cannot describe, are left out. */
    public ObjectInfo objectInfo(String... classes) {
        var paths = classes.length == 0
                ? List.of("/object_info")
                : Stream.of(classes)
                        .map(name -> "/object_info/" + Http.encode(name))
                        .toList();
        var answers = new ArrayList<JsonNode>();
        for (var path : paths) {
            var answer = plainly(() -> http.get(path));
            // A class whose declaration reads a folder that is broken breaks its own answer and no other.
            if (answer.status() != SERVER_ERROR || classes.length == 0) {
                answers.add(answer.object());
            }
        }
        return ObjectInfo.of(answers);
    }

    /** The files in a folder such as {@code loras}, spelled as the server wants them back; none if it lacks the folder. */
    public List<String> models(String folder) {
        var answer = plainly(() -> http.get("/models/" + Http.encode(folder)));
        if (answer.status() == 404) {
            return List.of();
        }
        var names = answer.json();
        if (!names.isArray()) {
            throw answer.unexpected();
        }
        return names.values().stream()
                .map(name -> name.stringValue(""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What a model's file says about itself; empty if it says nothing, is missing, or has a broken header. */
    public Map<String, String> metadata(String folder, String filename) {
        var answer =
                plainly(() -> http.get("/view_metadata/" + Http.encode(folder) + "?filename=" + Http.encode(filename)));
        if (answer.status() == 404 || answer.status() == 500) {
            return Map.of();
        }
        var metadata = new LinkedHashMap<String, String>();
        answer.object().properties().forEach(entry -> metadata.put(entry.getKey(), Json.anyText(entry.getValue())));
        return metadata;
    }

    /**
     * Asks everything that is worth knowing before a server is used: some twenty requests.
     *
     * @param nodeClasses that workflows will need
     * @throws ComfyUIException if no ComfyUI answers
     */
    public Capabilities probe(Collection<String> nodeClasses) {
        return plainly(() -> new CapabilitiesProbe(this, http).probe(nodeClasses));
    }

    /**
     * Brings a picture to the server, for workflows to load.
     *
     * @param filename wanted there; without folders, quotes and control characters
     * @param subfolder empty for none
     * @return under the name that the server chose, which differs where another file has the wanted one
     * @throws ComfyUIException.TooLarge if the server does not take so much
     * @throws java.io.UncheckedIOException if there is no such file
     */
    public InputImage upload(Path file, String filename, String subfolder, InputImage.Folder folder)
            throws InterruptedException {
        return new Uploader(http).upload(file, filename, subfolder, folder);
    }

    /**
     * Streams a file to {@code target}, which is replaced if it exists and removed if the download fails.
     *
     * @throws ComfyUIException.FileGone if the server has no such file, asked several times
     * @throws ComfyUIException.TooLarge if it has more than {@code maxBytes}
     * @throws java.io.UncheckedIOException if {@code target} cannot be written
     */
    public Download download(OutputImage image, Path target, long maxBytes) throws InterruptedException {
        return new Downloader(http, pace, time).download(image, target, maxBytes);
    }

    /** Lets go of all executions, as an interrupt does. */
    @Override
    public void close() {
        runs.values().forEach(Run::release);
        http.close();
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
        var follower =
                new Follower(run.prompt(), records, run, narrator, run::isCancelled, timeouts.standstill(), pace, time);
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

    private interface Call<T> {
        T make() throws InterruptedException;
    }

    /** For short calls: whoever is interrupted keeps the interrupt and learns that there is no answer. */
    private static <T> T plainly(Call<T> call) {
        try {
            return call.make();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ComfyUIException.Unreachable("A request", ComfyUIException.Unreachable.Reason.ABANDONED, e);
        }
    }
}
