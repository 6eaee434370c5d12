package org.genonaut.comfyui;

import java.time.Duration;
import java.util.List;

/**
 * How an execution ended; every execution ends in exactly one of these. Messages come from the server, shortened to
 * 2,000 characters and without the prompt's text.
 */
public sealed interface ExecutionResult {

    /**
     * The pictures are on the server.
     *
     * @param images at least one, in the order of the workflow's nodes
     * @param cached whether all of them were made by an earlier, identical run, so that their files may be gone
     * @param elapsed how long the server worked on it, by its own clock
     */
    record Success(List<OutputImage> images, boolean cached, Duration elapsed) implements ExecutionResult {

        public Success {
            images = List.copyOf(images);
            if (images.isEmpty()) {
                throw new IllegalArgumentException("A success has images");
            }
        }
    }

    /** There are no pictures. The kind says what makes sense next. */
    sealed interface Failure extends ExecutionResult {}

    /** The server found the workflow wrong and ran nothing; it will be as wrong the next time. */
    record Rejected(String message, List<NodeError> errors) implements Failure {

        public Rejected {
            errors = List.copyOf(errors);
        }
    }

    /**
     * The server lacks a model; another may have it.
     *
     * @param file the name that the workflow asked for; empty if the server does not say
     * @param inputName the input that named it, such as {@code lora_name}; empty if the server does not say
     */
    record ModelMissing(String file, String inputName, String message) implements Failure {}

    /** A node failed while it ran. */
    record NodeFailed(String nodeType, String exceptionType, String message) implements Failure {}

    /** The graphics card has too little memory for it. */
    record OutOfMemory(String message) implements Failure {}

    /** It ended well and left no file. */
    record NothingProduced() implements Failure {}

    /** It was cancelled: by us, or by someone else at the server. */
    record Interrupted() implements Failure {}

    /** The server knows nothing of it any more, as after a restart. */
    record Lost() implements Failure {}

    /** The server answers and accepts, but nothing there has moved for longer than a model takes to load. */
    record Stuck(String why) implements Failure {}

    /**
     * No ComfyUI answers at the address.
     *
     * @param mayRun whether the prompt may run there nevertheless, so that it can be attached to later
     */
    record Unreachable(String why, boolean mayRun) implements Failure {}
}
