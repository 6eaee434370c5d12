package org.genonaut.simulator.models;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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

    private final Map<String, Folder> shelf = new ConcurrentHashMap<>();

    public ModelShelf(List<ModelFile> files) {
        var folders = files.stream()
                .collect(Collectors.groupingBy(
                        ModelFile::folder,
                        Collectors.toMap(ModelFile::name, file -> file, (first, second) -> second, TreeMap::new)));
        folders.forEach((name, content) -> shelf.put(name, Folder.of(content)));
    }

    /** The files of one folder by name; replaced as a whole, since it is read with every prompt and seldom changed. */
    private record Folder(Map<String, ModelFile> files, List<String> names) {
        private static final Folder EMPTY = new Folder(Map.of(), List.of());

        static Folder of(TreeMap<String, ModelFile> files) {
            return new Folder(files, List.copyOf(files.keySet()));
        }

        Folder with(ModelFile file) {
            var more = new TreeMap<>(files);
            more.put(file.name(), file);
            return of(more);
        }

        Folder without(String name) {
            var fewer = new TreeMap<>(files);
            fewer.remove(name);
            return of(fewer);
        }
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
        return folder(folder).names();
    }

    /** The files in a folder in alphabetic order. */
    public Collection<ModelFile> in(String folder) {
        return folder(folder).files().values();
    }

    public Optional<ModelFile> find(String folder, String name) {
        return Optional.ofNullable(folder(folder).files().get(name));
    }

    private Folder folder(String name) {
        return shelf.getOrDefault(name, Folder.EMPTY);
    }

    /** Puts a file on the shelf, in place of one of the same name. */
    public void add(ModelFile file) {
        shelf.merge(file.folder(), Folder.EMPTY.with(file), (folder, only) -> folder.with(file));
    }

    public void remove(String folder, String name) {
        shelf.computeIfPresent(folder, (key, known) -> known.without(name));
    }
}
