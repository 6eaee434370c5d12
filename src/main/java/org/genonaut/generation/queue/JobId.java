package org.genonaut.generation.queue;

import java.util.UUID;

/** Which job: one ComfyUI prompt of a generation. */
public record JobId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
