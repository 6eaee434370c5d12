package org.genonaut.simulator.node;

/** What nodes of a class do. */
@FunctionalInterface
interface NodeWork {
    /** @throws NodeException if it goes wrong */
    NodeOutcome run(NodeCall call) throws InterruptedException;
}
