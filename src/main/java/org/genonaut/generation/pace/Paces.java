package org.genonaut.generation.pace;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.genonaut.backend.BackendId;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.ModelId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says how long a job will run and a model load, from a copy in memory that is at most two seconds behind the other nodes.
 * Of a base model that ran nowhere yet, its family is asked.
 */
@Component
public class Paces {

    private static final Logger log = LoggerFactory.getLogger(Paces.class);

    private static final long YOUNG_NANOS = Duration.ofSeconds(2).toNanos();
    /** Another card may be twice as fast. */
    private static final double SPREAD_ELSEWHERE = 0.4;

    private final StoredPaces stored;
    private final ModelCatalog catalog;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile Copy copy = new Copy(Map.of(), System.nanoTime() - YOUNG_NANOS);

    Paces(JdbcClient jdbc, ModelCatalog catalog) {
        this.stored = new StoredPaces(jdbc);
        this.catalog = catalog;
    }

    private record Copy(Map<UUID, Map<UUID, Learned>> byModel, long readAt) {

        Map<UUID, Learned> of(UUID model) {
            return byModel.getOrDefault(model, Map.of());
        }
    }

    /** @param work steps × megapixels × batch */
    public ExpectedRun expectedRun(BackendId backend, UUID baseModel, double work) {
        return speed(backend, baseModel).run(work);
    }

    /** How long this backend takes for this base model once it is loaded. */
    public Speed speed(BackendId backend, UUID baseModel) {
        var known = copy().of(baseModel);
        var here = known.get(backend.value());
        if (here != null && here.samples() > 0) {
            return here.speed(Speed.Source.LEARNED_HERE);
        }
        var speeds = known.values().stream()
                .filter(learned -> learned.samples() > 0)
                .map(learned -> learned.speed(Speed.Source.LEARNED_ELSEWHERE))
                .toList();
        if (speeds.isEmpty()) {
            return FamilyGuess.speed(family(baseModel));
        }
        return new Speed(
                speeds.stream().mapToDouble(Speed::fixed).average().orElse(0),
                speeds.stream().mapToDouble(Speed::perWork).average().orElse(0),
                Math.max(speeds.stream().mapToDouble(Speed::spread).max().orElse(0), SPREAD_ELSEWHERE),
                Speed.Source.LEARNED_ELSEWHERE);
    }

    /** How long this backend takes to load this base model. */
    public Duration load(BackendId backend, UUID baseModel) {
        var known = copy().of(baseModel);
        return Optional.ofNullable(known.get(backend.value()))
                .flatMap(Learned::load)
                .orElseGet(() -> known.values().stream()
                        .flatMap(learned -> learned.load().stream())
                        .reduce(Duration::plus)
                        .map(all -> all.dividedBy(known.values().stream()
                                .filter(learned -> learned.loads() > 0)
                                .count()))
                        .orElseGet(() -> Speed.duration(FamilyGuess.load(family(baseModel)))));
    }

    /** The largest pictures that came of this base model on any backend. */
    public Optional<PictureSize> largestThatWorked(UUID baseModel) {
        return copy().of(baseModel).values().stream()
                .map(Learned::largest)
                .filter(size -> size.pixels() > 0)
                .max(Comparator.comparing(PictureSize::pixels));
    }

    /** The largest pictures that came of this base model on this backend. */
    public Optional<PictureSize> largestThatWorked(BackendId backend, UUID baseModel) {
        return Optional.ofNullable(copy().of(baseModel).get(backend.value()))
                .map(Learned::largest)
                .filter(size -> size.pixels() > 0);
    }

    /** What this node learned counts at once. */
    void learned(StoredPaces.Key key, Learned learned) {
        loading.lock();
        try {
            var models = new HashMap<>(copy.byModel());
            var backends = new HashMap<>(models.getOrDefault(key.model(), Map.of()));
            backends.put(key.backend(), learned);
            models.put(key.model(), backends);
            copy = new Copy(models, copy.readAt());
        } finally {
            loading.unlock();
        }
    }

    private Copy copy() {
        if (System.nanoTime() - copy.readAt() >= YOUNG_NANOS && loading.tryLock()) {
            try {
                copy = read();
            } finally {
                loading.unlock();
            }
        }
        return copy;
    }

    /** Without the database, what was known before is still the best answer. */
    private Copy read() {
        var readAt = System.nanoTime();
        try {
            return new Copy(stored.all(), readAt);
        } catch (DataAccessException databaseAway) {
            log.debug("Speeds could not be read", databaseAway);
            return new Copy(copy.byModel(), readAt);
        }
    }

    private ModelFamily family(UUID baseModel) {
        return catalog.find(new ModelId(baseModel)).map(AvailableModel::family).orElse(ModelFamily.OTHER);
    }
}
