package org.genonaut.generation.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendState;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelId;
import org.genonaut.generation.pace.Paces;
import org.jspecify.annotations.Nullable;

/** The queue at one moment and how it will go on; answers each question from memory. */
final class Projection {

    /** What the simulation does not know, such as who comes next, makes later starts less certain. */
    private static final double UNCERTAIN = 0.05;

    private static final double LEAST_DEVIATION = 0.3;

    private final QueueReading reading;
    private final List<Backend> fleet;
    private final ModelCatalog catalog;
    private final Calibration.Bounds bounds;
    private final FleetNow now;
    private final Starts starts;
    private final Turns turns;
    private final IdIndex byRequest;
    private final Map<UUID, QueueReading.Held> heldByRequest = new HashMap<>();
    private final Map<UUID, QueueReading.Held> heldById = new HashMap<>();

    Projection(
            QueueReading reading, List<Backend> fleet, Paces paces, ModelCatalog catalog, Calibration.Bounds bounds) {
        this.reading = reading;
        this.fleet = fleet.stream()
                .filter(backend -> !(backend.state() instanceof BackendState.Disabled))
                .toList();
        this.catalog = catalog;
        this.bounds = bounds;
        now = new FleetNow(reading, this.fleet, paces);
        starts = ForwardSimulation.of(reading.queue(), now.lanes(), now);
        turns = new Turns(reading.queue(), reading.competing());
        byRequest = reading.queue().byRequest();
        for (var held : reading.held()) {
            heldByRequest.putIfAbsent(held.request(), held);
            heldById.put(held.job(), held);
        }
    }

    int waiting() {
        return reading.queue().size;
    }

    QueueReading reading() {
        return reading;
    }

    boolean knows(UUID request) {
        return byRequest.get(request) != IdIndex.NONE || heldByRequest.containsKey(request);
    }

    /** Whose it is, when something of it waits. */
    Optional<AccountId> owner(UUID request) {
        int job = byRequest.get(request);
        if (job != IdIndex.NONE) {
            return Optional.of(new AccountId(reading.queue().accounts.value(reading.queue().account[job])));
        }
        return Optional.ofNullable(heldByRequest.get(request)).map(held -> new AccountId(held.account()));
    }

    /** Of the first of its jobs that waits. */
    Optional<Receipt> ofRequest(UUID request) {
        return receipt(byRequest.get(request), heldByRequest.get(request));
    }

    Optional<Receipt> ofJob(UUID job) {
        return receipt(reading.byId().get(job), heldById.get(job));
    }

    private Optional<Receipt> receipt(int job, QueueReading.@Nullable Held held) {
        if (job != IdIndex.NONE) {
            return Optional.of(receipt(job));
        }
        return Optional.ofNullable(held).map(Projection::receipt);
    }

    private static Receipt receipt(QueueReading.Held held) {
        var until = held.until();
        return new Receipt(
                null, null, held.paused() || until == null ? new Why.Paused() : new Why.Retrying(until, held.cause()));
    }

    private Receipt receipt(int job) {
        var queue = reading.queue();
        if (queue.groups.value(queue.group[job]).pool() == Queue.NOBODY) {
            var files = reading.files().getOrDefault(queue.requirements.value(queue.requirement[job]), List.of());
            return new Receipt(null, null, MissingFiles.why(files, catalog, fleet));
        }
        var position = Receipt.Position.after(turns.before[job]);
        if (reading.paused()) {
            return new Receipt(position, null, new Why.QueuePaused());
        }
        if (!isTaken(job)) {
            return new Receipt(position, null, away(job));
        }
        return new Receipt(position, starting(job), place(job).why());
    }

    private Why away(int job) {
        if (now.isEmpty()) {
            return new Why.FleetAway();
        }
        int pool = reading.queue().groups.value(reading.queue().group[job]).pool();
        return new Why.BackendsAway(fleet.stream()
                .filter(backend -> reading.pools()
                        .getOrDefault(backend.id().value(), Set.of())
                        .contains(pool))
                .map(backend -> new Why.Idle(backend.name(), Why.Idle.Cause.of(backend.state())))
                .toList());
    }

    ExpectedRuns next() {
        return new ExpectedRuns(reading, starts, now);
    }

    /** Whether some backend will take it. */
    boolean isTaken(int job) {
        return starts.lane[job] != Starts.NOWHERE;
    }

    /** Whether it is the one that the receipt of its request is about. */
    boolean isFirst(int job) {
        return byRequest.get(reading.queue().request(job)) == job;
    }

    /** Seconds from the reading on. */
    double expected(int job) {
        return starts.at[job];
    }

    double deviation(int job) {
        double uncertain = UNCERTAIN * starts.at[job];
        return Math.sqrt(starts.variance[job] + uncertain * uncertain + LEAST_DEVIATION * LEAST_DEVIATION);
    }

    private Receipt.Starting starting(int job) {
        double earliest = expected(job) + bounds.low() * deviation(job);
        double behind = earliest > 0 ? bounds.high() : bounds.alone();
        double latest = expected(job) + behind * deviation(job);
        return new Receipt.Starting(after(Math.max(0, earliest)), after(latest));
    }

    private Instant after(double seconds) {
        return reading.at().plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private Place place(int job) {
        var queue = reading.queue();
        int lane = starts.lane[job];
        return new Place(
                now.name(lane),
                now.lanes().get(lane).free() > 0,
                title(queue.model[job]),
                starts.loads[job],
                starts.turn[job],
                passedOn(job),
                turns.before[job],
                turns.ownBefore[job],
                turns.overtaken[job],
                reading.images().getOrDefault(queue.accounts.value(queue.account[job]), 0));
    }

    private Why.@Nullable KeepsModel passedOn(int job) {
        int lane = starts.passedOn[job];
        if (lane == Starts.NOWHERE || now.lanes().get(lane).loaded() == Lane.UNKNOWN) {
            return null;
        }
        return new Why.KeepsModel(now.name(lane), title(now.lanes().get(lane).loaded()));
    }

    private String title(int model) {
        return catalog.find(new ModelId(reading.queue().models.value(model)))
                .map(AvailableModel::title)
                .orElse("?");
    }
}
