package org.genonaut.generation.workflow;

import org.genonaut.comfyui.Workflow;
import org.genonaut.comfyui.Workflow.Input;
import org.genonaut.generation.GenerationParameters;
import org.genonaut.generation.SamplerParams;
import org.genonaut.generation.Seed;

/**
 * Builds the graph of a checkpoint: loader, LoRAs in a chain, two prompts, empty latent, sampler, decoder, saved images.
 * What a member wrote goes in as data.
 */
public final class WorkflowBuilder {

    private final Workflow.Builder graph = Workflow.builder();

    private WorkflowBuilder() {}

    /**
     * @param seed of this one prompt; the parameters name the first of the request
     * @param paths what the backend that will run it calls the models
     * @param filenamePrefix under which the backend saves, unique for each attempt
     */
    public static Workflow build(GenerationParameters parameters, Seed seed, ModelPaths paths, String filenamePrefix) {
        return new WorkflowBuilder().checkpointGraph(parameters, seed, paths, filenamePrefix);
    }

    /** Model and text encoder, as the LoRAs so far have changed them. */
    private record Loaded(Input.Link model, Input.Link clip) {}

    private Workflow checkpointGraph(
            GenerationParameters parameters, Seed seed, ModelPaths paths, String filenamePrefix) {
        var checkpoint = graph.add("CheckpointLoaderSimple", inputs -> inputs.set("ckpt_name", paths.checkpoint()));
        var loaded = withLoras(new Loaded(checkpoint.slot(0), checkpoint.slot(1)), parameters, paths);
        var positive = encode(loaded, parameters.prompt());
        var negative = encode(loaded, parameters.negativePrompt());
        var latent = emptyLatent(parameters);
        var samples = sample(parameters.samplerParams(), seed, loaded.model(), positive, negative, latent);
        var images =
                graph.add("VAEDecode", inputs -> inputs.set("samples", samples).set("vae", checkpoint.slot(2)));
        graph.add("SaveImage", inputs -> inputs.set("images", images.slot(0)).set("filename_prefix", filenamePrefix));
        return graph.build();
    }

    private Loaded withLoras(Loaded loaded, GenerationParameters parameters, ModelPaths paths) {
        var present = loaded;
        for (var lora : parameters.loraModels()) {
            var before = present;
            var node = graph.add(
                    "LoraLoader",
                    inputs -> inputs.set("model", before.model())
                            .set("clip", before.clip())
                            .set("lora_name", paths.lora(lora.name()))
                            .set("strength_model", lora.strengthModel())
                            .set("strength_clip", lora.strengthClip()));
            present = new Loaded(node.slot(0), node.slot(1));
        }
        return present;
    }

    private Input.Link encode(Loaded loaded, String text) {
        return graph.add(
                        "CLIPTextEncode",
                        inputs -> inputs.set("clip", loaded.clip()).set("text", text))
                .slot(0);
    }

    private Input.Link emptyLatent(GenerationParameters parameters) {
        return graph.add(
                        "EmptyLatentImage",
                        inputs -> inputs.set("width", parameters.width())
                                .set("height", parameters.height())
                                .set("batch_size", parameters.batchSize()))
                .slot(0);
    }

    private Input.Link sample(
            SamplerParams params,
            Seed seed,
            Input.Link model,
            Input.Link positive,
            Input.Link negative,
            Input.Link latent) {
        return graph.add(
                        "KSampler",
                        inputs -> inputs.set("seed", seed.value())
                                .set("steps", params.steps())
                                .set("cfg", params.cfg())
                                .set("sampler_name", params.samplerName())
                                .set("scheduler", params.scheduler())
                                .set("denoise", params.denoise())
                                .set("model", model)
                                .set("positive", positive)
                                .set("negative", negative)
                                .set("latent_image", latent))
                .slot(0);
    }
}
