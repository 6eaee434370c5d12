package org.genonaut.simulator.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The model folders of one server; a file put here is seen by the next request, as on a real disk. */
public final class ModelShelf {
    private static final List<String> FOLDERS = List.of(
            "checkpoints",
            "configs",
            "loras",
            "vae",
            "text_encoders",
            "diffusion_models",
            "clip_vision",
            "style_models",
            "embeddings",
            "diffusers",
            "vae_approx",
            "controlnet",
            "gligen",
            "upscale_models",
            "hypernetworks",
            "photomaker",
            "classifiers",
            "custom_nodes");

    private final CopyOnWriteArrayList<ModelFile> files;

    public ModelShelf(List<ModelFile> files) {
        this.files = new CopyOnWriteArrayList<>(files);
    }

    /** The folders a server has, empty ones included. */
    public List<String> folders() {
        return FOLDERS;
    }

    /** The names in a folder in alphabetic order, or empty if there is no such folder. */
    public Optional<List<String>> list(String folder) {
        return FOLDERS.contains(folder) ? Optional.of(names(folder)) : Optional.empty();
    }

    /** The names in a folder in alphabetic order; none if there is no such folder. */
    public List<String> names(String folder) {
        return in(folder).stream().map(ModelFile::name).toList();
    }

    /** The files in a folder in alphabetic order. */
    public List<ModelFile> in(String folder) {
        var found = new ArrayList<>(files);
        found.removeIf(file -> !file.folder().equals(folder));
        found.sort(Comparator.comparing(ModelFile::name));
        return found;
    }

    public Optional<ModelFile> find(String folder, String name) {
        return files.stream()
                .filter(file -> file.folder().equals(folder) && file.name().equals(name))
                .findFirst();
    }

    /** Puts a file on the shelf, in place of one of the same name. */
    public void add(ModelFile file) {
        remove(file.folder(), file.name());
        files.add(file);
    }

    public void remove(String folder, String name) {
        files.removeIf(file -> file.folder().equals(folder) && file.name().equals(name));
    }
}
