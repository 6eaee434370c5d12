package org.genonaut.simulator.node;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What each class of nodes does. */
public final class NodeWorks {
    private static final Map<String, NodeWork> WORKS = Map.ofEntries(
            Map.entry("CheckpointLoaderSimple", Loading::checkpoint),
            Map.entry("UNETLoader", Loading::diffusionModel),
            Map.entry("CLIPLoader", call -> Loading.textEncoder(call, "clip_name")),
            Map.entry("DualCLIPLoader", call -> Loading.textEncoder(call, "clip_name1", "clip_name2")),
            Map.entry("TripleCLIPLoader", call -> Loading.textEncoder(call, "clip_name1", "clip_name2", "clip_name3")),
            Map.entry("LoraLoader", Loading::lora),
            Map.entry("LoraLoaderModelOnly", Loading::loraForModelOnly),
            Map.entry("VAELoader", Loading::vae),
            Map.entry("ControlNetLoader", Loading::controlNet),
            Map.entry("UpscaleModelLoader", Loading::upscaleModel),
            Map.entry("ModelSamplingSD3", Loading::sameModel),
            Map.entry("ModelSamplingAuraFlow", Loading::sameModel),
            Map.entry("ModelSamplingFlux", Loading::sameModel),
            Map.entry("CLIPSetLastLayer", Conditioning::setLastLayer),
            Map.entry("CLIPTextEncode", Conditioning::encode),
            Map.entry("ConditioningZeroOut", Conditioning::zeroOut),
            Map.entry("FluxGuidance", Conditioning::fluxGuidance),
            Map.entry("ControlNetApplyAdvanced", Conditioning::controlNet),
            Map.entry("EmptyLatentImage", Latents::empty),
            Map.entry("EmptySD3LatentImage", Latents::empty),
            Map.entry("VAEDecode", Latents::decode),
            Map.entry("VAEEncode", Latents::encode),
            Map.entry("VAEEncodeForInpaint", Latents::encodeForInpaint),
            Map.entry("InpaintModelConditioning", Latents::conditionForInpaint),
            Map.entry("SetLatentNoiseMask", Latents::masked),
            Map.entry("LatentUpscale", Latents::scaleTo),
            Map.entry("LatentUpscaleBy", Latents::scaleBy),
            Map.entry("RepeatLatentBatch", Latents::repeat),
            Map.entry("KSampler", Sampling::sample),
            Map.entry("KSamplerAdvanced", Sampling::sampleRange),
            Map.entry("SamplerCustomAdvanced", Sampling::sampleCustom),
            Map.entry("RandomNoise", Sampling::noise),
            Map.entry("BasicGuider", Sampling::basicGuider),
            Map.entry("CFGGuider", Sampling::cfgGuider),
            Map.entry("KSamplerSelect", Sampling::sampler),
            Map.entry("BasicScheduler", Sampling::schedule),
            Map.entry("EmptyImage", Imaging::emptyImage),
            Map.entry("LoadImage", Imaging::load),
            Map.entry("LoadImageMask", Imaging::loadMask),
            Map.entry("ImageUpscaleWithModel", Imaging::upscale),
            Map.entry("ImageScale", Imaging::scaleTo),
            Map.entry("ImageScaleBy", Imaging::scaleBy),
            Map.entry("RepeatImageBatch", Imaging::repeat),
            Map.entry("SaveImage", Saving::save),
            Map.entry("PreviewImage", Saving::preview),
            Map.entry("SaveImageWebsocket", Saving::send),
            Map.entry("SimulatorSteps", OwnNodes::steps),
            Map.entry("SimulatorRaise", OwnNodes::raise),
            Map.entry("SimulatorBlock", OwnNodes::block),
            Map.entry("SimulatorText", OwnNodes::text));

    /** What they make is never taken from the cache. */
    private static final Set<String> ALWAYS_RUN = Set.of("SaveImageWebsocket");

    private NodeWorks() {}

    /**
     * Does what a node of a class does.
     *
     * @throws NodeException if it goes wrong
     */
    public static NodeOutcome run(String classType, NodeCall call) throws InterruptedException {
        return Objects.requireNonNull(WORKS.get(classType), classType).run(call);
    }

    /** Whether what such a node makes may be taken from the cache. */
    public static boolean isCacheable(String classType) {
        return !ALWAYS_RUN.contains(classType);
    }
}
