package org.genonaut.generation.workflow;

import java.util.Set;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.comfyui.Workflow;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.Seed;

/**
 * Builds the graph that makes what was asked for, in the shape that the family of its checkpoint needs. What a member
 * wrote goes in as data. What a family takes no part in, such as guidance in SDXL, is not in its graph: the draft that
 * asked for it was refused.
 */
public final class WorkflowBuilder {

    /** The node classes of all graphs that this makes. */
    public static final Set<String> NODE_CLASSES = Set.of(
            "CheckpointLoaderSimple",
            "LoraLoader",
            "LoraLoaderModelOnly",
            "CLIPSetLastLayer",
            "CLIPTextEncode",
            "FluxGuidance",
            "ConditioningZeroOut",
            "EmptyLatentImage",
            "EmptySD3LatentImage",
            "KSampler",
            "VAELoader",
            "VAEDecode",
            "SaveImage");

    private WorkflowBuilder() {}

    /**
     * @param family of the checkpoint, as the catalog knows it
     * @param seed of this one prompt; the parameters name the first of the request
     * @param paths what the backend that will run it calls the models
     * @param filenamePrefix under which the backend saves, unique for each attempt
     * @throws IllegalArgumentException when a model of the parameters has no path
     */
    public static Workflow build(
            GenerationParameters parameters, ModelFamily family, Seed seed, ModelPaths paths, String filenamePrefix) {
        var parts = new GraphParts(parameters, seed, paths);
        var picture = switch (family) {
            case SD15, SDXL, OTHER -> CheckpointGraph.picture(parts, LatentClass.FOUR_CHANNELS);
            case SD3 -> CheckpointGraph.picture(parts, LatentClass.SIXTEEN_CHANNELS);
            case FLUX -> FluxGraph.picture(parts);
        };
        return parts.save(picture, filenamePrefix);
    }
}
