package org.genonaut.simulator.run;

import java.time.Duration;
import java.util.Optional;
import org.genonaut.simulator.event.EventSink;
import org.genonaut.simulator.event.Owner;
import org.genonaut.simulator.graph.NodeTypes;
import org.genonaut.simulator.node.Bench;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.queue.History;
import org.genonaut.simulator.queue.PromptItem;
import org.genonaut.simulator.queue.PromptQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of a server that runs prompts, strictly one after the other. */
final class Worker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final String name;
    private final PromptQueue queue;
    private final History history;
    private final Bench bench;
    private final NodeTypes types;
    private final EventSink events;
    private final Interventions interventions;
    private final ResultCache cache = new ResultCache();
    private final Thread thread;
    private volatile boolean interrupted;
    private volatile @Nullable String cancelled;
    private volatile boolean unloadRequested;
    private volatile boolean forgetRequested;
    private volatile @Nullable Running running;

    private record Running(Owner owner, String node) {}

    /** @param name of the server */
    Worker(
            String name,
            PromptQueue queue,
            History history,
            Bench bench,
            NodeTypes types,
            EventSink events,
            Interventions interventions) {
        this.name = name;
        this.queue = queue;
        this.history = history;
        this.bench = bench;
        this.types = types;
        this.events = events;
        this.interventions = interventions;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("simulator-" + name + "-worker")
                .unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    /** Stops whatever runs, at its next step or node; forgotten when the next prompt begins. */
    void interrupt() {
        interrupted = true;
    }

    /** Stops the running prompt, at its next step or node; called while it cannot end. */
    void cancel(String promptId) {
        cancelled = promptId;
    }

    /** Frees memory before the next prompt. */
    void free(boolean unloadModels, boolean forgetResults) {
        unloadRequested |= unloadModels;
        forgetRequested |= forgetResults;
    }

    Optional<String> runningNodeOf(String clientId) {
        return Optional.ofNullable(running)
                .filter(now -> now.owner().equals(new Owner.Client(clientId)))
                .map(Running::node);
    }

    /** Ends within a step. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            if (!thread.join(LONGEST_END)) {
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
}
