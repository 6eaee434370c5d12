package org.genonaut.generation.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import org.genonaut.generation.GenerationImages;
import org.genonaut.storage.ImageKey;
import org.genonaut.storage.ImageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes files that no image names: a node died between keeping a file and writing that down. */
@Component
class OrphanSweep {

    private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);

    /** Nobody takes so long between the two. */
    private static final Duration OLD = Duration.ofHours(24);

    private static final int CHUNK = 500;

    private final ImageStore store;
    private final GenerationImages images;

    OrphanSweep(ImageStore store, GenerationImages images) {
        this.store = store;
        this.images = images;
    }

    /** @return how many images were removed */
    int sweep() {
        store.removeForgotten();
        var chunk = new ArrayList<ImageKey>(CHUNK);
        int removed = 0;
        try (var keys = store.keptBefore(OLD)) {
            for (var key : (Iterable<ImageKey>) keys::iterator) {
                chunk.add(key);
                if (chunk.size() == CHUNK) {
                    removed += sweep(chunk);
                    chunk.clear();
                }
            }
        }
        removed += sweep(chunk);
        if (removed > 0) {
            log.warn("Removed {} stored images that no generation names", removed);
        }
        return removed;
    }

    private int sweep(Collection<ImageKey> keys) {
        var orphans = new HashSet<>(keys);
        orphans.removeAll(images.named(keys));
        orphans.forEach(store::delete);
        return orphans.size();
    }
}
