package org.genonaut.simulator.run;

import java.util.Map;
import java.util.Objects;

/** What each class of nodes does. */
final class NodeWorks {
    private static final Map<String, NodeWork> WORKS = Map.ofEntries(
            Map.entry("CheckpointLoaderSimple", Loading::checkpoint),
            Map.entry("LoraLoader", Loading::lora),
            Map.entry("LoraLoaderModelOnly", Loading::loraForModelOnly),
            Map.entry("VAELoader", Loading::vae),
            Map.entry("UpscaleModelLoader", Loading::upscaleModel),
            Map.entry("CLIPSetLastLayer", Conditioning::setLastLayer),
            Map.entry("CLIPTextEncode", Conditioning::encode),
            Map.entry("ConditioningZeroOut", Conditioning::zeroOut),
            Map.entry("FluxGuidance", Conditioning::fluxGuidance),
            Map.entry("EmptyLatentImage", Sampling::emptyLatent),
            Map.entry("EmptySD3LatentImage", Sampling::emptyLatent),
            Map.entry("KSampler", Sampling::sample),
            Map.entry("VAEDecode", Sampling::decode),
            Map.entry("VAEEncode", Sampling::encode),
            Map.entry("EmptyImage", Imaging::emptyImage),
            Map.entry("LoadImage", Imaging::load),
            Map.entry("ImageUpscaleWithModel", Imaging::upscale),
            Map.entry("SaveImage", Imaging::save),
            Map.entry("PreviewImage", Imaging::preview));

    private NodeWorks() {}

    static NodeWork of(String classType) {
        return Objects.requireNonNull(WORKS.get(classType), classType);
    }
}
