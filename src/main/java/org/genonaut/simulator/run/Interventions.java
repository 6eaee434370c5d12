package org.genonaut.simulator.run;

import java.util.Optional;
import org.genonaut.simulator.node.NodeFailure;
import tools.jackson.databind.node.ObjectNode;

/** Where a script may hold or spoil what the worker does. The worker calls these and waits for them to return. */
public interface Interventions {
    /** A prompt was accepted. */
    void received(String promptId, ObjectNode prompt);

    /** The worker is about to take the next prompt from the queue. */
    void beforeNextPrompt() throws InterruptedException;

    /** The worker has taken a prompt. */
    void started(String promptId, ObjectNode prompt) throws InterruptedException;

    /** A node has told that it runs. */
    void atNode(String classType) throws InterruptedException;

    /** A sampler has told of a step, counted from 1. */
    void afterStep(int step) throws InterruptedException;

    /** The worker has noticed that it shall stop. */
    void beforeStop() throws InterruptedException;

    /**
     * What shall go wrong at a node, once.
     *
     * @param latentPixels width × height × batch of what a sampler is to work on; 0 for other nodes
     */
    Optional<NodeFailure> failureAt(String classType, long latentPixels);

    /** Why an output node shall be blocked, once. */
    Optional<String> blockAtOutput();

    /** A run has told of its end, and nothing is in the history yet. */
    void ended(String promptId, ObjectNode historyEntry) throws InterruptedException;
}
