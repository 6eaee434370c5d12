package org.genonaut.generation.forecast;

import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genonaut.account.AccountId;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.queue.JobId;
import org.springframework.stereotype.Service;

/** Tells what waits its place in the queue, when it will probably begin, and why not now. */
@Service
public class Receipts {

    private final Projections projections;

    Receipts(Projections projections) {
        this.projections = projections;
    }

    /** Of the first job that waits; empty when none does, or when it is another's. */
    public Optional<Receipt> of(AccountId owner, GenerationId id) {
        return projections
                .knowing(id.value())
                .filter(projection ->
                        projection.owner(id.value()).filter(owner::equals).isPresent())
                .flatMap(projection -> projection.ofRequest(id.value()));
    }

    /** Those of them that wait and are this account's. */
    public Map<GenerationId, Receipt> of(AccountId owner, Collection<GenerationId> ids) {
        var receipts = new HashMap<GenerationId, Receipt>();
        ids.forEach(id -> of(owner, id).ifPresent(receipt -> receipts.put(id, receipt)));
        return receipts;
    }

    /** Whosever it is. */
    @RolesAllowed("ADMIN")
    public Optional<Receipt> ofAnyone(GenerationId id) {
        return projections.knowing(id.value()).flatMap(projection -> projection.ofRequest(id.value()));
    }

    /** Those of them that wait, whosever they are. */
    @RolesAllowed("ADMIN")
    public Map<GenerationId, Receipt> ofAnyone(Collection<GenerationId> ids) {
        var receipts = new HashMap<GenerationId, Receipt>();
        ids.forEach(id -> ofAnyone(id).ifPresent(receipt -> receipts.put(id, receipt)));
        return receipts;
    }

    /** Whosever it is. */
    @RolesAllowed("ADMIN")
    public Optional<Receipt> ofJob(JobId id) {
        return projections.current().flatMap(projection -> projection.ofJob(id.value()));
    }

    /** What each backend will probably run next, so many each. It names accounts: not for everybody's eyes as it is. */
    public List<Expected> next(int perBackend) {
        return projections
                .current()
                .map(projection -> projection.next().first(perBackend))
                .orElse(List.of());
    }

    /** How many jobs wait, of all accounts. */
    public int waiting() {
        return projections.current().map(Projection::waiting).orElse(0);
    }

    /** Calls the listener, on some thread, whenever receipts may have changed: at most every two seconds. */
    public Runnable subscribe(Runnable listener) {
        return projections.subscribe(listener);
    }
}
