package org.genonaut.comfyui;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a ComfyUI is and can do, as it said when it was probed.
 *
 * @param stats its version, command line and devices
 * @param objectInfo the node classes that were asked for and that it has
 * @param models the files in each of its model folders that can be read, spelled as it wants them back
 * @param jobs whether it lists its prompts as jobs, as newer ones do, and so can cancel one without touching another
 * @param previews when it makes previews
 * @param largestUpload in bytes; empty if it does not say
 */
public record Capabilities(
        SystemStats stats,
        ObjectInfo objectInfo,
        Map<String, List<String>> models,
        boolean jobs,
        Previews previews,
        OptionalLong largestUpload) {

    private static final String SAMPLING = "KSampler";

    /** The node class that names the samplers and schedulers is always asked for. */
    static final Set<String> ALWAYS_ASKED = Set.of(SAMPLING);

    /** When a server makes previews of unfinished pictures. */
    public enum Previews {
        /** For every prompt: it was started so. */
        ALWAYS,
        /** For each prompt that asks for them. */
        PER_PROMPT,
        /** Never: it must be started with {@code --preview-method auto}. */
        NEVER
    }

    public Capabilities {
        models = Map.copyOf(models);
    }

    /** The same with younger figures of memory and devices. */
    public Capabilities withStats(SystemStats younger) {
        return new Capabilities(younger, objectInfo, models, jobs, previews, largestUpload);
    }

    /** ComfyUI's own, such as {@code 0.3.64}. */
    public String version() {
        return stats.version();
    }

    /** The sampler names that its KSampler takes. */
    public List<String> samplers() {
        return objectInfo.options(SAMPLING, "sampler_name");
    }

    /** The schedulers that its KSampler takes. */
    public List<String> schedulers() {
        return objectInfo.options(SAMPLING, "scheduler");
    }
}
