package org.genonaut.generation.queue;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import java.util.UUID;
import org.genonaut.backend.Backend;
import org.genonaut.backend.Fleet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The backends that take jobs now, as this node sees them. */
@Component
class Takers {

    private static final Set<UUID> NOBODY = Set.of(new UUID(0, 0));

    private final Fleet fleet;

    Takers(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Never empty, for lists in SQL: when there is none, an id that no backend has. */
    Set<UUID> ids() {
        var takers = fleet.backends().stream()
                .filter(Backend::takesJobs)
                .map(backend -> backend.id().value())
                .collect(toUnmodifiableSet());
        return takers.isEmpty() ? NOBODY : takers;
    }

    VirtualTime time(JdbcClient jdbc) {
        return new VirtualTime(jdbc, ids());
    }
}
