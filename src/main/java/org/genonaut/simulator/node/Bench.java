package org.genonaut.simulator.node;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.genonaut.simulator.image.ImageFolders;
import org.genonaut.simulator.models.ModelShelf;
import org.genonaut.simulator.protocol.Dialect;
import org.genonaut.simulator.queue.PromptItem;
import org.genonaut.simulator.time.SimulatorTime;

/** What nodes work with on a server: its models, its folders and its speed. */
public final class Bench {
    private final ModelShelf models;
    private final ImageFolders folders;
    private final Pace pace;
    private final Dialect dialect;
    private final boolean previews;
    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    /** @param previews whether samplers send previews where a prompt does not say */
    public Bench(ModelShelf models, ImageFolders folders, SimulatorTime time, Dialect dialect, boolean previews) {
        this.models = models;
        this.folders = folders;
        this.pace = new Pace(time);
        this.dialect = dialect;
        this.previews = previews;
    }

    ModelShelf models() {
        return models;
    }

    public ImageFolders folders() {
        return folders;
    }

    /** The work of a prompt begins now. */
    public void begin() {
        pace.begin();
    }

    void work(double seconds) throws InterruptedException {
        pace.work(seconds);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Older servers do not look at what a prompt wishes. */
    boolean previewsOf(PromptItem item) {
        return dialect.isNewer() ? item.wishesPreviews().orElse(previews) : previews;
    }

    /** Notes that a model is in memory, and returns whether it was not there before. */
    boolean load(String model) {
        return loaded.add(model);
    }

    public void unloadModels() {
        loaded.clear();
    }
}
