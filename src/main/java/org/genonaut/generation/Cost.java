package org.genonaut.generation;

import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;
import org.genonaut.backend.BackendId;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.generation.draft.DraftCheck;
import org.genonaut.generation.pace.Paces;
import org.springframework.stereotype.Component;

/** About how many GPU seconds a job takes: the mean over the backends that can run it. */
@Component
class Cost {

    /** Nothing is free, or a flood of tiny jobs would count as nothing. */
    static final double LEAST = 0.05;

    /** Of a backend that nobody knows, nothing was learned. */
    private static final BackendId ANY = new BackendId(new UUID(0, 0));

    private final Paces paces;

    Cost(Paces paces) {
        this.paces = paces;
    }

    double of(DraftCheck.Checked checked) {
        return of(
                backends(checked.models()),
                checked.checkpoint().id().value(),
                checked.parameters().work());
    }

    private double of(Collection<BackendId> backends, UUID baseModel, double work) {
        double mean = backends.stream()
                .mapToDouble(backend -> paces.speed(backend, baseModel).seconds(work))
                .average()
                .orElseGet(() -> paces.speed(ANY, baseModel).seconds(work));
        return Math.max(mean, LEAST);
    }

    /** Those that have all the files. */
    static Collection<BackendId> backends(Collection<AvailableModel> models) {
        var together = new HashSet<BackendId>();
        models.stream()
                .findFirst()
                .ifPresent(first -> together.addAll(first.presence().keySet()));
        models.forEach(model -> together.retainAll(model.presence().keySet()));
        return together;
    }
}
