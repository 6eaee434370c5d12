package org.genonaut.simulator.run;

/** Somebody asked to stop the running prompt. */
final class PromptInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
