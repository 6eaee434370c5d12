package org.genonaut.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.genonaut.simulator.Pauses.Place;
import org.genonaut.simulator.book.ProducedFile;
import org.genonaut.simulator.book.PromptBook;
import org.genonaut.simulator.book.PromptRun;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.fault.FaultBoard;
import org.genonaut.simulator.image.ImageFolders;
import org.genonaut.simulator.models.ModelShelf;
import org.genonaut.simulator.node.NodeFailure;
import org.genonaut.simulator.run.Interventions;
import org.genonaut.simulator.time.SimulatorTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the worker meets on its way: pauses and faults; and what it writes into the book. */
final class WorkerScript implements Interventions {
    private final Simulator simulator;
    private final Pauses pauses;
    private final FaultBoard faults;
    private final PromptBook book;
    private final SimulatorTime time;
    private final ModelShelf models;
    private final ImageFolders folders;

    WorkerScript(
            Simulator simulator,
            Pauses pauses,
            FaultBoard faults,
            PromptBook book,
            SimulatorTime time,
            ModelShelf models,
            ImageFolders folders) {
        this.simulator = simulator;
        this.pauses = pauses;
        this.faults = faults;
        this.book = book;
        this.time = time;
        this.models = models;
        this.folders = folders;
    }

    @Override
    public void received(String promptId, ObjectNode prompt) {
        book.received(promptId, prompt);
    }

    @Override
    public void beforeNextPrompt() throws InterruptedException {
        pauses.passBy(new Place.BeforePrompt());
    }

    @Override
    public void started(String promptId, ObjectNode prompt) throws InterruptedException {
        book.begun(promptId);
        standIfZombie();
        faults.next(Fault.MissingModel.class, gone -> names(prompt, gone.name()))
                .ifPresent(gone -> models.remove(gone.folder(), gone.name()));
    }

    private static boolean names(ObjectNode prompt, String model) {
        return prompt.valueStream()
                .flatMap(node -> node.path("inputs").valueStream())
                .anyMatch(input -> input.asString("").equals(model));
    }

    @Override
    public void atNode(String classType) throws InterruptedException {
        pauses.passBy(new Place.AtNode(classType));
        standIfZombie();
    }

    @Override
    public void afterStep(int step) throws InterruptedException {
        if (faults.next(Fault.DropSockets.class, drop -> drop.step() == step).isPresent()) {
            simulator.dropSockets();
        }
        if (faults.next(Fault.Restart.class, restart -> restart.step() == step).isPresent()) {
            // The restart waits for this thread, and ends it where it stands.
            Thread.startVirtualThread(simulator::restart);
            new CountDownLatch(1).await();
        }
        pauses.passBy(new Place.AfterStep(step));
        standIfZombie();
    }

    /** A dead worker is one that stands here until its server ends. */
    private void standIfZombie() throws InterruptedException {
        faults.awaitLifted(Fault.ZombieWorker.class);
    }

    @Override
    public void beforeStop() throws InterruptedException {
        var slow = faults.next(Fault.SlowInterrupt.class);
        if (slow.isPresent()) {
            time.await(time.now().plus(slow.get().delay()));
        }
    }

    @Override
    public Optional<NodeFailure> failureAt(String classType, long latentPixels) {
        return faults.next(
                        Fault.ExecutionFailure.class, failure -> failure.node().equals(classType))
                .map(failure -> NodeFailure.at(classType, failure.type(), failure.message()))
                .or(() -> faults.next(Fault.OutOfMemoryAbove.class, card -> latentPixels > card.pixels())
                        .map(card -> NodeFailure.outOfMemoryAt(classType)));
    }

    @Override
    public Optional<String> blockAtOutput() {
        return faults.next(Fault.ExecutionBlocked.class).map(Fault.ExecutionBlocked::message);
    }

    @Override
    public void ended(String promptId, ObjectNode historyEntry) throws InterruptedException {
        var files = files(historyEntry);
        if (faults.next(Fault.FileGone.class).isPresent()) {
            files.forEach(file -> folders.delete(file.type(), file.subfolder(), file.filename()));
        }
        book.ended(promptId, outcome(historyEntry), files);
        var delay = faults.next(Fault.HistoryDelay.class);
        if (delay.isPresent()) {
            time.await(time.now().plus(delay.get().delay()));
        }
        faults.awaitLifted(Fault.HistoryHeld.class);
    }

    private static PromptRun.Outcome outcome(JsonNode entry) {
        if (entry.at("/status/completed").booleanValue()) {
            return PromptRun.Outcome.SUCCESS;
        }
        var wasStopped = entry.at("/status/messages")
                .valueStream()
                .anyMatch(message -> message.path(0).asString("").equals("execution_interrupted"));
        return wasStopped ? PromptRun.Outcome.INTERRUPTED : PromptRun.Outcome.ERROR;
    }

    private static List<ProducedFile> files(JsonNode entry) {
        var files = new ArrayList<ProducedFile>();
        entry.path("outputs")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(JsonNode::valueStream)
                .filter(shown -> shown.has("filename"))
                .forEach(shown -> files.add(new ProducedFile(
                        shown.path("filename").asString(),
                        shown.path("subfolder").asString(),
                        shown.path("type").asString())));
        return files;
    }
}
