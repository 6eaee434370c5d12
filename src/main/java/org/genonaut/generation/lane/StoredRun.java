package org.genonaut.generation.lane;

import java.time.Instant;
import java.util.UUID;
import org.genonaut.backend.BackendId;
import org.genonaut.generation.lane.LaneBlock.Person;
import org.jspecify.annotations.Nullable;

/**
 * One attempt as its row tells it.
 *
 * @param started when its server was seen at work on it, or when it was posted
 * @param ended null while it runs
 * @param outcome as columns write it
 * @param phase of one that runs
 */
record StoredRun(
        UUID attempt,
        BackendId backend,
        Instant started,
        @Nullable Instant ended,
        long loadMillis,
        @Nullable String outcome,
        Person person,
        UUID model,
        double work,
        int images,
        @Nullable String phase,
        double fraction) {

    boolean isLoading() {
        return "loading".equals(phase);
    }
}
