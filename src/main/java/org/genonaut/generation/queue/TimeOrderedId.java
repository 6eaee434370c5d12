package org.genonaut.generation.queue;

import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Ids in order of time (UUID version 7), so that the newest rows lie together and an id is a place in a list. */
public final class TimeOrderedId {

    private TimeOrderedId() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** When an id was made, to the millisecond. */
    public static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
