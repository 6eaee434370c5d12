package org.genonaut.generation.workflow;

/** The nodes that make an empty latent: newer families work in more channels than older ones. */
enum LatentClass {
    FOUR_CHANNELS("EmptyLatentImage"),
    SIXTEEN_CHANNELS("EmptySD3LatentImage");

    private final String nodeClass;

    LatentClass(String nodeClass) {
        this.nodeClass = nodeClass;
    }

    /** As ComfyUI calls it. */
    String nodeClass() {
        return nodeClass;
    }
}
