package org.genonaut.generation;

import java.util.UUID;

/** Which image; in order of time. */
public record ImageId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
