package org.genonaut.comfyui;

/**
 * Hears how an execution goes on, always in the thread that executes and never two calls at once. What a listener
 * throws is logged and does not disturb the execution.
 */
public interface ExecutionListener {

    /** The server has the prompt. Called once, before any progress, and not when an execution is attached to again. */
    default void accepted() {}

    /** The state has changed; each is whole and replaces the one before. */
    void progressed(ExecutionProgress progress);

    /** A preview of the unfinished picture. Some may be left out when they come faster than they are taken. */
    void previewed(Preview preview);
}
