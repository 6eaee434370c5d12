package org.genonaut.simulator.models;

import java.util.Map;
import java.util.Optional;

/**
 * A file in one of the model folders of a simulated server.
 *
 * @param folder such as {@code checkpoints} or {@code loras}
 * @param name the path below the folder, with forward slashes
 * @param family the architecture it was made for
 * @param size in bytes
 * @param metadata what {@code /view_metadata} tells of it; empty where the file has none
 */
public record ModelFile(String folder, String name, Family family, long size, Map<String, String> metadata) {
    public ModelFile {
        if (folder.isBlank() || name.isBlank() || name.startsWith("/") || name.contains("..")) {
            throw new IllegalArgumentException("Not a model file: " + folder + "/" + name);
        }
        metadata = Map.copyOf(metadata);
    }

    /** A LoRA without metadata. */
    public static ModelFile lora(String name, Family family) {
        return new ModelFile("loras", name, family, 228_456_128L, Map.of());
    }

    /** A checkpoint without metadata. */
    public static ModelFile checkpoint(String name, Family family) {
        return new ModelFile("checkpoints", name, family, 6_938_040_682L, Map.of());
    }

    /** A file of any folder without metadata. */
    public static ModelFile of(String folder, String name, Family family) {
        return new ModelFile(folder, name, family, 228_456_128L, Map.of());
    }

    /** Whether nothing can be read from it, as if its download had been cut short: such files are empty. */
    public boolean isBroken() {
        return size == 0;
    }

    /** The metadata as a real server shows it: only safetensors files have any. */
    public Optional<Map<String, String>> shownMetadata() {
        return name.endsWith(".safetensors") && !metadata.isEmpty() ? Optional.of(metadata) : Optional.empty();
    }
}
