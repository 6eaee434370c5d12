package org.genonaut.simulator.run;

import java.time.Duration;
import java.util.Optional;
import org.genonaut.simulator.event.EventSink;
import org.genonaut.simulator.event.Owner;
import org.genonaut.simulator.event.Recipient;
import org.genonaut.simulator.graph.NodeTypes;
import org.genonaut.simulator.image.ImageFolders;
import org.genonaut.simulator.models.ModelShelf;
import org.genonaut.simulator.node.Bench;
import org.genonaut.simulator.protocol.Dialect;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.queue.History;
import org.genonaut.simulator.queue.JobBoard;
import org.genonaut.simulator.queue.PromptItem;
import org.genonaut.simulator.queue.PromptQueue;
import org.genonaut.simulator.time.SimulatorTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** The part of a server that runs prompts: one worker thread, strictly one prompt after the other. */
public final class Engine implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Engine.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final String name;
    private final EventSink events;
    private final Interventions interventions;
    private final Bench bench;
    private final NodeTypes types;
    private final PromptQueue queue;
    private final History history = new History();
    private final ResultCache cache = new ResultCache();
    private final Thread worker;
    private volatile boolean interrupted;
    private volatile @Nullable String cancelled;
    private volatile boolean unloadRequested;
    private volatile boolean forgetRequested;
    private volatile @Nullable Running running;

    private record Running(Owner owner, String node) {}

    /**
     * How a server works.
     *
     * @param name names its thread
     * @param time how it passes while it works
     * @param previews whether samplers send previews where a prompt does not say
     */
    public record Settings(String name, Dialect dialect, SimulatorTime time, boolean previews) {}

    public Engine(
            Settings settings,
            ModelShelf models,
            NodeTypes types,
            ImageFolders folders,
            EventSink events,
            Interventions interventions) {
        this.name = settings.name();
        this.events = events;
        this.interventions = interventions;
        this.bench = new Bench(models, folders, settings.time(), settings.dialect(), settings.previews());
        this.types = types;
        this.queue = new PromptQueue(this::tellStatus);
        this.worker = Thread.ofPlatform()
                .daemon()
                .name("simulator-" + name + "-worker")
                .unstarted(this::work);
    }

    public void start() {
        worker.start();
    }

    /** @throws org.genonaut.simulator.protocol.ServerTrouble if one of the same number and id waits; both will run */
    public void submit(PromptItem item) {
        interventions.received(item.id(), item.graph());
        queue.put(item);
    }

    public ObjectNode queue() {
        return queue.describe();
    }

    /** How many prompts wait or run. */
    public int remaining() {
        return queue.remaining();
    }

    public void deletePending(String promptId) {
        queue.delete(promptId);
    }

    public void clearPending() {
        queue.clear();
    }

    public ObjectNode history(String promptId) {
        return history.find(promptId);
    }

    public ObjectNode history(Optional<Integer> maxItems, Optional<Integer> offset) {
        return history.list(maxItems, offset);
    }

    public void deleteHistory(String promptId) {
        history.delete(promptId);
    }

    public void clearHistory() {
        history.clear();
    }

    /** Stops whatever runs, at its next step or node. */
    public void interrupt() {
        interrupted = true;
    }

    /** Stops a prompt if it runs, at its next step or node. */
    public void interruptIfRunning(String promptId) {
        queue.ifRunning(promptId, this::interrupt);
    }

    /**
     * Ends a prompt that waits or runs, and never another one.
     *
     * @return whether it waited or ran
     */
    public boolean cancel(String promptId) {
        return queue.delete(promptId) || queue.ifRunning(promptId, () -> cancelled = promptId);
    }

    /** What is told of prompts as jobs. */
    public JobBoard jobs() {
        return new JobBoard(queue, history);
    }

    /** Frees memory as soon as nothing runs. */
    public void free(boolean unloadModels, boolean forgetResults) {
        unloadRequested |= unloadModels;
        forgetRequested |= forgetResults;
        if (unloadModels || forgetResults) {
            queue.poke();
        }
    }

    /** The node that runs right now for a client, if its prompt is the running one. */
    public Optional<String> runningNodeOf(String clientId) {
        return Optional.ofNullable(running)
                .filter(now -> now.owner().equals(new Owner.Client(clientId)))
                .map(Running::node);
    }

    /** Ends the worker within a step; nothing more is sent. */
    @Override
    public void close() {
        worker.interrupt();
        try {
            if (!worker.join(LONGEST_END)) {
                log.warn("The worker of simulator {} does not end", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                queue.awaitWork();
                interventions.beforeNextPrompt();
                freeIfRequested();
                var next = queue.takeNext();
                if (next.isPresent()) {
                    execute(next.get());
                }
            }
        } catch (InterruptedException e) {
            log.debug("The worker of simulator {} ends", name);
        } catch (WorkerDeath e) {
            log.info("The worker of simulator {} died: {}", name, e.getMessage());
        }
    }

    private void freeIfRequested() {
        if (unloadRequested || forgetRequested) {
            bench.unloadModels();
        }
        if (forgetRequested) {
            cache.clear();
        }
        unloadRequested = false;
        forgetRequested = false;
    }

    private void execute(PromptItem item) throws InterruptedException {
        if (item.extraData().isNull()) {
            throw new WorkerDeath("TypeError: argument of type 'NoneType' is not iterable");
        }
        interrupted = false;
        bench.begin();
        interventions.started(item.id(), item.graph());
        var execution = new Execution(item, surroundings(item));
        var entry = execution.run();
        interventions.ended(item.id(), entry);
        queue.finish(() -> {
            cancelled = null;
            history.add(item.id(), entry);
        });
        var data = PythonJson.object().putNull("node").put("prompt_id", item.id());
        events.event(item.owner().only(), "executing", data);
    }

    private Execution.Surroundings surroundings(PromptItem item) {
        var owner = item.owner();
        return new Execution.Surroundings(
                bench,
                cache,
                events,
                interventions,
                types,
                node -> running = node == null ? null : new Running(owner, node),
                () -> interrupted || item.id().equals(cancelled));
    }

    private void tellStatus(int remaining) {
        events.event(new Recipient.Everyone(), "status", status(remaining));
    }

    /** The data of a status event. */
    public static ObjectNode status(int remaining) {
        var data = PythonJson.object();
        data.putObject("status").putObject("exec_info").put("queue_remaining", remaining);
        return data;
    }
}
