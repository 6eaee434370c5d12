package org.genonaut.comfyui;

import java.util.Optional;
import java.util.UUID;

/** Names one prompt on a ComfyUI. We choose it, so that after a restart we can ask what became of it. */
public record PromptId(UUID value) {

    /** A fresh id that no other prompt has. */
    public static PromptId random() {
        return new PromptId(UUID.randomUUID());
    }

    /** Empty if this is not a UUID in its canonical form. */
    public static Optional<PromptId> parse(String text) {
        try {
            return Optional.of(new PromptId(UUID.fromString(text)))
                    .filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The canonical lower-case UUID, the only form that newer servers accept. */
    @Override
    public String toString() {
        return value.toString();
    }
}
