package org.genonaut.catalog;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendId;
import org.genonaut.backend.BackendState;
import org.genonaut.backend.BackendUp;
import org.genonaut.backend.Fleet;
import org.genonaut.comfyui.Capabilities;
import org.genonaut.comfyui.ComfyUIException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Answers which models can be used, and learns from the backends what they have. Answers come from a copy in memory,
 * which every change renews.
 */
@Service
public class ModelCatalog {

    private static final Logger log = LoggerFactory.getLogger(ModelCatalog.class);

    private static final Comparator<AvailableModel> BY_TITLE = Comparator.comparing(
                    AvailableModel::title, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(AvailableModel::name);

    private final CatalogStore store;
    private final Fleet fleet;
    private final ApplicationEventPublisher events;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile CatalogSnapshot snapshot = CatalogSnapshot.of(List.of());

    ModelCatalog(CatalogStore store, Fleet fleet, ApplicationEventPublisher events) {
        this.store = store;
        this.fleet = fleet;
        this.events = events;
        this.snapshot = store.load();
    }

    /** Reads again what is written down, which other nodes may have changed. */
    public void reload() {
        snapshot = store.load();
    }

    /** All models of a type by title, also those that nobody may use now. */
    public List<AvailableModel> all(ModelType type) {
        return snapshot.models().stream()
                .filter(model -> model.type() == type)
                .sorted(BY_TITLE)
                .toList();
    }

    /** The models of a type that members may use now, by title. */
    public List<AvailableModel> usable(ModelType type) {
        return all(type).stream().filter(AvailableModel::isUsable).toList();
    }

    /** Also one that nobody may use now. */
    public Optional<AvailableModel> find(ModelId id) {
        return snapshot.models().stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /** The model of that name, written with either separator; also one that nobody may use now. */
    public Optional<AvailableModel> find(ModelType type, String name) {
        return snapshot.find(type, name);
    }

    /** The names of the backends that have it, in their order. */
    public List<String> backendsWith(AvailableModel model) {
        return fleet.backends().stream()
                .filter(backend -> model.presence().containsKey(backend.id()))
                .map(Backend::name)
                .toList();
    }

    /** KSampler's samplers that some backend offers, in ComfyUI's order. */
    public List<String> samplers() {
        return capabilities()
                .flatMap(known -> known.samplers().stream())
                .distinct()
                .toList();
    }

    /** KSampler's schedulers that some backend offers, in ComfyUI's order. */
    public List<String> schedulers() {
        return capabilities()
                .flatMap(known -> known.schedulers().stream())
                .distinct()
                .toList();
    }

    private Stream<Capabilities> capabilities() {
        return fleet.backends().stream().filter(Backend::answers).flatMap(backend -> backend.capabilities().stream());
    }

    /** @throws IllegalArgumentException when there is no such model */
    @RolesAllowed("ADMIN")
    public void edit(ModelId id, ModelEdit edit) {
        writing.lock();
        try {
            store.edit(id, edit);
            snapshot = store.load();
        } finally {
            writing.unlock();
        }
        log.info("Model {} edited", id);
    }

    /** Asks every backend that answers what it has, all at once; holds no transaction while it waits. */
    @RolesAllowed("ADMIN")
    public Refreshed refresh() {
        return askAll();
    }

    /** The same, without anybody who asks for it. */
    Refreshed askAll() {
        var backends = fleet.backends();
        var before = snapshot;
        var unreachable = new CopyOnWriteArrayList<String>();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            backends.stream()
                    .filter(Backend::answers)
                    .forEach(backend -> readers.execute(() -> {
                        if (!refresh(backend)) {
                            unreachable.add(backend.name());
                        }
                    }));
        }
        backends.stream()
                .filter(backend -> backend.look()
                        .filter(BackendState.Away.class::isInstance)
                        .isPresent())
                .map(Backend::name)
                .forEach(unreachable::add);
        return Refreshed.between(before, snapshot, unreachable);
    }

    @EventListener
    void backendCameUp(BackendUp up) {
        fleet.find(up.backend()).ifPresent(this::refresh);
    }

    /** @return whether the backend answered */
    private boolean refresh(Backend backend) {
        try {
            var files = BackendFiles.read(
                    fleet.client(backend.id()).server(), snapshot.byKey().keySet());
            var changed = merge(backend, files);
            log.info(
                    "{} has {} models, {} of them came or went",
                    backend.name(),
                    files.names().size(),
                    changed.size());
            return true;
        } catch (ComfyUIException noAnswer) {
            log.warn("Could not read the models of {}: {}", backend.name(), noAnswer.getMessage());
            return false;
        }
    }

    /** Another node may learn of the same model at the same moment, and store it first. */
    private Set<ModelId> mergeOnceMore(BackendId backend, BackendFiles files) {
        try {
            return store.merge(backend, files, store.load());
        } catch (DataIntegrityViolationException storedMeanwhile) {
            return store.merge(backend, files, store.load());
        }
    }

    /**
     * A backend has a model no more, whatever it lists: it said so when it needed it. It counts as having it again when it
     * comes up anew or the catalog is refreshed.
     */
    public void missing(BackendId backend, ModelType type, String name) {
        writing.lock();
        try {
            var model = find(type, name).map(AvailableModel::id);
            if (model.isPresent() && store.remove(backend, model.get())) {
                snapshot = store.load();
                log.warn("Backend {} lacks model {}", backend, model.get());
                events.publishEvent(new PresenceChanged(Set.of(model.get())));
            }
        } finally {
            writing.unlock();
        }
    }

    private Set<ModelId> merge(Backend backend, BackendFiles files) {
        writing.lock();
        try {
            var changed = mergeOnceMore(backend.id(), files);
            snapshot = store.load();
            if (!changed.isEmpty()) {
                events.publishEvent(new PresenceChanged(changed));
            }
            return changed;
        } finally {
            writing.unlock();
        }
    }

    /**
     * What a refresh changed.
     *
     * @param added names that were not in the catalog
     * @param missing names that no backend has any more
     * @param unreachable names of backends that did not answer
     */
    public record Refreshed(List<String> added, List<String> missing, List<String> unreachable) {

        static Refreshed between(CatalogSnapshot before, CatalogSnapshot after, List<String> unreachable) {
            var known = new HashSet<>(before.byKey().keySet());
            var added = new ArrayList<String>();
            var missing = new TreeSet<String>();
            after.byKey().forEach((key, model) -> {
                if (!known.contains(key)) {
                    added.add(model.name());
                }
                var earlier = before.byKey().get(key);
                if (earlier != null && !earlier.isMissing() && model.isMissing()) {
                    missing.add(model.name());
                }
            });
            return new Refreshed(
                    added.stream().sorted().toList(),
                    List.copyOf(missing),
                    unreachable.stream().sorted().toList());
        }
    }
}
