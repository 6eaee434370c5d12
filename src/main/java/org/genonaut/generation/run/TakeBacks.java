package org.genonaut.generation.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.genonaut.backend.BackendId;
import org.genonaut.backend.Fleet;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.PromptId;
import org.genonaut.generation.queue.Claims;
import org.genonaut.generation.queue.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a prompt back that is only ready at its backend when another backend that could run it has nothing to do: the one
 * before it takes longer than was expected.
 */
@Component
class TakeBacks {

    private static final Logger log = LoggerFactory.getLogger(TakeBacks.class);

    private final Runs runs;
    private final Fleet fleet;
    private final Claims claims;
    private final Leases leases;
    private final QueueingTime queueing;

    TakeBacks(Runs runs, Fleet fleet, Claims claims, Leases leases, QueueingTime queueing) {
        this.runs = runs;
        this.fleet = fleet;
        this.claims = claims;
        this.leases = leases;
        this.queueing = queueing;
    }

    /** @param idle backends for which nothing waits; at most one prompt is taken back for each */
    void offer(Collection<BackendId> idle) {
        idle.forEach(backend -> candidate(backend).ifPresent(this::takeBack));
    }

    private Optional<Run> candidate(BackendId idle) {
        return runs.all().stream()
                .filter(Run::isOnlyReady)
                .filter(this::waitsLong)
                .filter(run -> claims.isServable(run.claim().job(), idle))
                .max(Comparator.comparing(Run::age));
    }

    private boolean waitsLong(Run ready) {
        return runs.on(ready.claim().backend()).stream()
                .anyMatch(run -> run.hasStarted() && run.rest().compareTo(queueing.lead()) > 0);
    }

    private void takeBack(Run run) {
        run.takeBack();
        Thread.ofVirtual().name("take-back-" + run.claim().job()).start(() -> withdraw(run));
    }

    private void withdraw(Run run) {
        var claim = run.claim();
        try {
            if (leases.standing(claim) == Leases.Standing.HELD
                    && fleet.client(claim.backend())
                            .withdraw(new PromptId(claim.attempt().promptId()))) {
                log.info("Job {} is taken back from {} for an idle backend", claim.job(), claim.backend());
            }
        } catch (ComfyUIException | IllegalStateException away) {
            log.info("Job {} could not be taken back: {}", claim.job(), away.getMessage());
        }
    }
}
