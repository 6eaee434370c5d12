package org.genonaut.catalog;

import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
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
import org.springframework.context.event.EventListener;
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

    private final CatalogCopy copy;
    private final Fleet fleet;

    ModelCatalog(CatalogCopy copy, Fleet fleet) {
        this.copy = copy;
        this.fleet = fleet;
    }

    /** Reads again what is written down, which other nodes may have changed. */
    public void reload() {
        copy.reload();
    }

    /** All models of a type by title, also those that nobody may use now. */
    public List<AvailableModel> all(ModelType type) {
        return copy.now().models().stream()
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
        return copy.now().models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst();
    }

    /** The model of that name, written with either separator; also one that nobody may use now. */
    public Optional<AvailableModel> find(ModelType type, String name) {
        return copy.now().find(type, name);
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
        copy.edit(id, edit);
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
        var before = copy.now();
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
        return Refreshed.between(before, copy.now(), unreachable);
    }

    @EventListener
    void backendCameUp(BackendUp up) {
        fleet.find(up.backend()).ifPresent(this::refresh);
    }

    /** @return whether the backend answered */
    private boolean refresh(Backend backend) {
        try {
            var files = BackendFiles.read(
                    fleet.client(backend.id()).server(), copy.now().byKey().keySet());
            var changed = copy.merge(backend.id(), files);
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

    /**
     * A backend has a model no more, whatever it lists: it said so when it needed it. It counts as having it again when it
     * comes up anew or the catalog is refreshed.
     */
    public void missing(BackendId backend, ModelType type, String name) {
        copy.remove(backend, type, name);
    }
}
