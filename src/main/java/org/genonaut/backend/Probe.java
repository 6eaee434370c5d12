package org.genonaut.backend;

import org.genonaut.comfyui.ComfyUIClient;

/** Asks a ComfyUI what it is and what it can do. */
final class Probe {

    /** By this word our simulator names itself, so that nobody takes it for a real ComfyUI. */
    private static final String SIMULATOR = "genonaut-simulator";

    private Probe() {}

    static Capabilities of(ComfyUIClient comfyUI) {
        var stats = comfyUI.systemStats();
        var sampling = comfyUI.objectInfo("KSampler");
        return new Capabilities(
                stats.version(),
                stats.devices().isEmpty() ? "" : stats.devices().getFirst().name(),
                stats.devices().isEmpty() ? 0 : stats.devices().getFirst().vramTotal(),
                sampling.options("KSampler", "sampler_name"),
                sampling.options("KSampler", "scheduler"),
                stats.arguments().contains(SIMULATOR));
    }
}
