package org.genonaut.generation;

import java.time.Duration;
import java.util.Optional;
import org.genonaut.backend.Backend;
import org.genonaut.backend.Fleet;
import org.genonaut.generation.draft.DraftCheck;
import org.genonaut.generation.pace.Paces;
import org.springframework.stereotype.Component;

/** About how long a generation takes when nobody else wants anything: its jobs spread over the backends that can run them. */
@Component
class ExpectedTime {

    private final Fleet fleet;
    private final Paces paces;

    ExpectedTime(Fleet fleet, Paces paces) {
        this.fleet = fleet;
        this.paces = paces;
    }

    /** Empty when no backend can run it now. */
    Optional<Duration> of(DraftCheck.Checked checked) {
        var able = Cost.backends(checked.models());
        var backends = fleet.backends().stream()
                .filter(Backend::takesJobs)
                .map(Backend::id)
                .filter(able::contains)
                .toList();
        if (backends.isEmpty()) {
            return Optional.empty();
        }
        var model = checked.checkpoint().id().value();
        double mean = backends.stream()
                .mapToDouble(backend ->
                        paces.speed(backend, model).seconds(checked.parameters().work()))
                .average()
                .orElseThrow();
        int rounds = Math.ceilDiv(checked.parameters().batchCount(), backends.size());
        return Optional.of(Duration.ofMillis(Math.round(mean * rounds * 1000)));
    }
}
