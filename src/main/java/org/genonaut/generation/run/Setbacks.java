package org.genonaut.generation.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.genonaut.backend.BackendId;
import org.genonaut.generation.FailureKind;
import org.springframework.stereotype.Component;

/**
 * Where an attempt came to nothing a moment ago, so that others are asked first: a job would else go back to the backend
 * that failed it, until its attempts are used up, while another one is idle.
 */
@Component
class Setbacks {

    /** Longer than the longest pause between two attempts. */
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    private final Map<BackendId, Instant> latest = new ConcurrentHashMap<>();
    private final Clock clock;

    Setbacks(Clock clock) {
        this.clock = clock;
    }

    void add(BackendId backend, FailureKind kind) {
        if (isOfTheBackend(kind)) {
            latest.put(backend, clock.instant());
        }
    }

    /** Something went well there. */
    void forget(BackendId backend) {
        latest.remove(backend);
    }

    boolean isRecent(BackendId backend) {
        var at = latest.get(backend);
        return at != null && clock.instant().isBefore(at.plus(REMEMBERED));
    }

    /** Whether the same job may end better elsewhere. */
    private static boolean isOfTheBackend(FailureKind kind) {
        return switch (kind) {
            case UNREACHABLE, LOST, STUCK, MODEL_MISSING, FILE_GONE -> true;
            case OUT_OF_MEMORY, INTERRUPTED, TIMED_OUT, REJECTED, NODE_FAILED, NOTHING_PRODUCED, NOT_STORED, INTERNAL ->
                false;
        };
    }
}
