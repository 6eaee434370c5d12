package org.genonaut.comfyui;

/** Where a prompt stands at its server, asked once. */
public sealed interface PromptState {

    /** The server remembers how it ended. */
    record Ended(ExecutionResult result) implements PromptState {}

    record Waiting() implements PromptState {}

    record Running() implements PromptState {}

    /** The server knows nothing of it: it never came, was deleted, or was forgotten with a restart. */
    record Unknown() implements PromptState {}

    /** Whether it waits or runs there. */
    default boolean isOpen() {
        return switch (this) {
            case Waiting waiting -> true;
            case Running running -> true;
            case Ended ended -> false;
            case Unknown unknown -> false;
        };
    }
}
