package org.genonaut.simulator;

import java.util.List;
import org.genonaut.simulator.Pauses.Place;
import org.genonaut.simulator.book.PromptBook;
import org.genonaut.simulator.book.ReceivedPrompt;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.fault.FaultBoard;
import org.genonaut.simulator.models.ModelShelf;
import org.genonaut.simulator.node.NodeFailure;
import org.genonaut.simulator.time.ManualTime;
import org.genonaut.simulator.time.SimulatorTime;

/** Holds and spoils what a simulator does, and tells what it was asked; survives its restarts. */
public final class SimulatorScript {
    private final Pauses pauses;
    private final FaultBoard faults;
    private final PromptBook book;
    private final ModelShelf models;
    private final SimulatorTime time;

    SimulatorScript(Pauses pauses, FaultBoard faults, PromptBook book, ModelShelf models, SimulatorTime time) {
        this.pauses = pauses;
        this.faults = faults;
        this.book = book;
        this.models = models;
        this.time = time;
    }

    /** Holds the worker before it takes the next prompt, so that what is sent stays in the queue. */
    public Pause pauseBeforeNextPrompt() {
        return pauses.plan(new Place.BeforePrompt());
    }

    /** Holds the worker when it next comes to a node of a class, before the node does anything. */
    public Pause pauseAtNode(String classType) {
        return pauses.plan(new Place.AtNode(classType));
    }

    /**
     * Holds the worker when a sampler has next told of a step.
     *
     * @param step counted from 1
     */
    public Pause pauseAtStep(int step) {
        return pauses.plan(new Place.AfterStep(step));
    }

    /** What goes wrong: to switch on and to lift. */
    public FaultBoard faults() {
        return faults;
    }

    /** Lets the next node of a class fail, once. */
    public void failNext(NodeFailure failure) {
        faults.switchOn(new Fault.ExecutionFailure(failure.classType(), failure.exceptionType(), failure.message()), 1);
    }

    /** Refuses connections and cuts those that are open, as a server that is switched off; what runs goes on. */
    public void refuseConnections() {
        faults.switchOn(new Fault.RefuseConnections());
    }

    /** Takes connections again, on the same port. */
    public void acceptConnections() {
        faults.lift(Fault.RefuseConnections.class);
    }

    /** Cuts every WebSocket without a closing frame. */
    public void dropSockets() {
        faults.switchOn(new Fault.DropSockets(0));
    }

    /** Ends the server and starts it anew on the same port; queue, history, cache and counters are lost, files stay. */
    public void restart() {
        faults.switchOn(new Fault.Restart(0));
    }

    /** The models that the server offers; a change is seen by the next request. */
    public ModelShelf models() {
        return models;
    }

    /**
     * The time of a simulator that does not follow the wall clock.
     *
     * @throws IllegalStateException if it does
     */
    public ManualTime time() {
        if (time instanceof ManualTime manual) {
            return manual;
        }
        throw new IllegalStateException("This simulator was not started with a manual time");
    }

    /** What was received, begun and ended, over all restarts. */
    public PromptBook book() {
        return book;
    }

    /** The prompts that were accepted, oldest first, over all restarts. */
    public List<ReceivedPrompt> receivedPrompts() {
        return book.received();
    }

    /**
     * Waits until so many prompts were accepted.
     *
     * @throws IllegalStateException if that does not happen within 20 seconds
     */
    public List<ReceivedPrompt> awaitReceived(int count) {
        return book.awaitReceived(count);
    }

    /** How often the worker has begun to run a prompt. */
    public int executionsOf(String promptId) {
        return book.runsOf(promptId).size();
    }
}
