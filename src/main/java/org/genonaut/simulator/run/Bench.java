package org.genonaut.simulator.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.genonaut.simulator.models.ModelShelf;

/** What nodes work with on a server: its models, its folders and its speed. */
final class Bench {
    private final ModelShelf models;
    private final ImageFolders folders;
    private final Pace pace;
    private final boolean previews;
    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    Bench(ModelShelf models, ImageFolders folders, Pace pace, boolean previews) {
        this.models = models;
        this.folders = folders;
        this.pace = pace;
        this.previews = previews;
    }

    ModelShelf models() {
        return models;
    }

    ImageFolders folders() {
        return folders;
    }

    Pace pace() {
        return pace;
    }

    boolean previews() {
        return previews;
    }

    /** Notes that a model is in memory, and returns whether it was not there before. */
    boolean load(String model) {
        return loaded.add(model);
    }

    void unloadModels() {
        loaded.clear();
    }
}
