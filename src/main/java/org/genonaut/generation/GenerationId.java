package org.genonaut.generation;

import java.util.UUID;

/** Which generation; in order of time. */
public record GenerationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
