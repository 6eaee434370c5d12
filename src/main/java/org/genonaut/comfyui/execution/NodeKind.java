package org.genonaut.comfyui.execution;

/** What a node does, told from its class, and what share of a usual run's time it takes. */
enum NodeKind {
    LOADER(6),
    TEXT_ENCODER(3),
    SAMPLER(80),
    DECODER(6),
    SAVER(2),
    OTHER(1);

    private final int weight;

    NodeKind(int weight) {
        this.weight = weight;
    }

    static NodeKind of(String classType) {
        // KSamplerSelect only names an algorithm.
        if (classType.contains("KSampler") && !classType.endsWith("Select") || classType.startsWith("SamplerCustom")) {
            return SAMPLER;
        }
        if (classType.contains("Loader") || classType.startsWith("Load")) {
            return LOADER;
        }
        if (classType.contains("TextEncode")) {
            return TEXT_ENCODER;
        }
        if (classType.startsWith("VAEDecode")) {
            return DECODER;
        }
        return classType.startsWith("Save") || classType.startsWith("Preview") ? SAVER : OTHER;
    }

    int weight() {
        return weight;
    }
}
