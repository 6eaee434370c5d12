package org.genonaut.generation.run;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendId;
import org.genonaut.backend.Fleet;
import org.genonaut.generation.pace.Paces;
import org.genonaut.generation.queue.ClaimWish;
import org.genonaut.generation.queue.Slots;
import org.springframework.stereotype.Component;

/**
 * Which backends want a job now: those that are idle, and then those whose job ends so soon that the next must be ready.
 * Not earlier: what is ready at one backend cannot go to another that becomes idle.
 */
@Component
class Openings {

    private static final Duration FAR = Duration.ofHours(1);

    private final Fleet fleet;
    private final Slots slots;
    private final Runs runs;
    private final QueueingTime queueing;
    private final Paces paces;

    Openings(Fleet fleet, Slots slots, Runs runs, QueueingTime queueing, Paces paces) {
        this.fleet = fleet;
        this.slots = slots;
        this.runs = runs;
        this.queueing = queueing;
        this.paces = paces;
    }

    List<ClaimWish> now() {
        var held = slots.held();
        return fleet.backends().stream()
                .filter(Backend::takesJobs)
                .flatMap(backend -> opening(backend, held.getOrDefault(backend.id(), 0)).stream())
                .sorted(Comparator.comparing(Opening::atWork))
                .map(Opening::wish)
                .toList();
    }

    /** @param atWork how many jobs its backend has still to do */
    private record Opening(ClaimWish wish, int atWork) {}

    private Optional<Opening> opening(Backend backend, int held) {
        int atWork = atWork(backend.id(), held);
        boolean open = atWork == 0 || atWork == 1 && ending(backend.id()).isPresent();
        return open ? Optional.of(new Opening(wish(backend, held), atWork)) : Optional.empty();
    }

    /** Pictures that are still fetched and written down keep no backend from its next job. */
    private int atWork(BackendId backend, int held) {
        var here = runs.on(backend);
        int delivered = (int) here.stream().filter(Run::isDelivered).count();
        return Math.max(held - delivered, here.size() - delivered);
    }

    private ClaimWish wish(Backend backend, int held) {
        return ClaimWish.of(backend.id(), held, backend.vram(), model -> paces.load(backend.id(), model));
    }

    /** Only the node that follows a job knows how far it is. */
    private Optional<Run> ending(BackendId backend) {
        return only(backend).filter(run -> run.rest().compareTo(queueing.lead()) <= 0);
    }

    /** The only one there, if its backend has it: else the next might come before it. */
    private Optional<Run> only(BackendId backend) {
        var here = runs.on(backend).stream().filter(run -> !run.isDelivered()).toList();
        return here.size() == 1 ? here.stream().filter(Run::isAccepted).findFirst() : Optional.empty();
    }

    /** How long until a job comes so near to its end that the next must be ready. */
    Duration untilNext() {
        var lead = queueing.lead();
        return fleet.backends().stream()
                .filter(Backend::takesJobs)
                .flatMap(backend -> only(backend.id()).stream())
                .map(run -> run.rest().minus(lead))
                .filter(Duration::isPositive)
                .min(Comparator.naturalOrder())
                .orElse(FAR);
    }
}
