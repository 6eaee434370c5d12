package org.genonaut.generation;

import java.time.Instant;
import java.util.UUID;
import org.genonaut.generation.queue.TimeOrderedId;

/** Which image; in order of time. */
public record ImageId(UUID value) {

    /** When the image was stored, to the millisecond. */
    public Instant time() {
        return TimeOrderedId.time(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
