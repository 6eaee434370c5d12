package org.genonaut.generation.queue;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Ids in order of time (UUID version 7), so that the newest rows lie together and an id is a place in a list. */
public final class TimeOrderedId {

    private TimeOrderedId() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
