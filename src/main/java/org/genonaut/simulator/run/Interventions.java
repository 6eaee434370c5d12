package org.genonaut.simulator.run;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where a script may hold or spoil what the worker does. The worker calls these and waits for them to return. */
public interface Interventions {
    /** A prompt was accepted. */
    void received(String promptId, JsonNode prompt);

    /** The worker is about to take the next prompt from the queue. */
    void beforeNextPrompt() throws InterruptedException;

    /** The worker has taken a prompt. */
    void started(String promptId);

    /** A node has told that it runs. */
    void atNode(String classType) throws InterruptedException;

    /** A sampler has told of a step, counted from 1. */
    void afterStep(int step) throws InterruptedException;

    /** What shall go wrong at a node, once. */
    Optional<NodeFailure> failureAt(String classType);
}
