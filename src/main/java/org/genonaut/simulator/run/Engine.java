package org.genonaut.simulator.run;

import java.util.Optional;
import org.genonaut.simulator.event.EventSink;
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
import tools.jackson.databind.node.ObjectNode;

/** The part of a server that runs prompts: its queue, its history and its worker. */
public final class Engine implements AutoCloseable {
    private final Interventions interventions;
    private final PromptQueue queue;
    private final History history = new History();
    private final Worker worker;

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
        this.interventions = interventions;
        this.queue = new PromptQueue(remaining -> events.event(new Recipient.Everyone(), "status", status(remaining)));
        var bench = new Bench(models, folders, settings.time(), settings.dialect(), settings.previews());
        this.worker = new Worker(settings.name(), queue, history, bench, types, events, interventions);
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
        worker.interrupt();
    }

    /** Stops a prompt if it runs, at its next step or node. */
    public void interruptIfRunning(String promptId) {
        queue.ifRunning(promptId, worker::interrupt);
    }

    /**
     * Ends a prompt that waits or runs, and never another one.
     *
     * @return whether it waited or ran
     */
    public boolean cancel(String promptId) {
        return queue.delete(promptId) || queue.ifRunning(promptId, () -> worker.cancel(promptId));
    }

    /** What is told of prompts as jobs. */
    public JobBoard jobs() {
        return new JobBoard(queue, history);
    }

    /** Frees memory as soon as nothing runs. */
    public void free(boolean unloadModels, boolean forgetResults) {
        worker.free(unloadModels, forgetResults);
        if (unloadModels || forgetResults) {
            queue.poke();
        }
    }

    /** The node that runs right now for a client, if its prompt is the running one. */
    public Optional<String> runningNodeOf(String clientId) {
        return worker.runningNodeOf(clientId);
    }

    /** The data of a status event, as it is now. */
    public ObjectNode status() {
        return status(remaining());
    }

    private static ObjectNode status(int remaining) {
        var data = PythonJson.object();
        data.putObject("status").putObject("exec_info").put("queue_remaining", remaining);
        return data;
    }

    /** Ends the worker within a step; nothing more is sent. */
    @Override
    public void close() {
        worker.close();
    }
}
