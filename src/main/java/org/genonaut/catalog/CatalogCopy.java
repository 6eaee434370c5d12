package org.genonaut.catalog;

import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.genonaut.backend.BackendId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The copy of the catalog in memory. Changes are written down one after another, and each renews it. */
@Component
class CatalogCopy {

    private static final Logger log = LoggerFactory.getLogger(CatalogCopy.class);

    private final CatalogStore store;
    private final ApplicationEventPublisher events;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile CatalogSnapshot snapshot;

    CatalogCopy(CatalogStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
        this.snapshot = store.load();
    }

    CatalogSnapshot now() {
        return snapshot;
    }

    /** Reads again what is written down, which other nodes may have changed. */
    void reload() {
        snapshot = store.load();
    }

    void edit(ModelId id, ModelEdit edit) {
        writing.lock();
        try {
            store.edit(id, edit);
            snapshot = store.load();
        } finally {
            writing.unlock();
        }
    }

    /** @return the models that came to this backend or went from it */
    Set<ModelId> merge(BackendId backend, BackendFiles files) {
        writing.lock();
        try {
            var changed = mergeOnceMore(backend, files);
            snapshot = store.load();
            if (!changed.isEmpty()) {
                events.publishEvent(new PresenceChanged(changed));
            }
            return changed;
        } finally {
            writing.unlock();
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

    void remove(BackendId backend, ModelType type, String name) {
        writing.lock();
        try {
            var model = snapshot.find(type, name).map(AvailableModel::id);
            if (model.isPresent() && store.remove(backend, model.get())) {
                snapshot = store.load();
                log.warn("Backend {} lacks model {}", backend, model.get());
                events.publishEvent(new PresenceChanged(Set.of(model.get())));
            }
        } finally {
            writing.unlock();
        }
    }
}
