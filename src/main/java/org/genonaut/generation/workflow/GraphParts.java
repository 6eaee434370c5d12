package org.genonaut.generation.workflow;

import org.genonaut.comfyui.Workflow;
import org.genonaut.comfyui.Workflow.Input.Link;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.generation.recipe.Source;

/** The parts of which graphs of every shape are made; each adds its nodes to the one graph. */
final class GraphParts {

    private final GenerationParameters parameters;
    private final Seed seed;
    private final ModelPaths paths;
    private final Workflow.Builder graph = Workflow.builder();

    GraphParts(GenerationParameters parameters, Seed seed, ModelPaths paths) {
        if ((parameters.vae() == null) != (paths.vae() == null)) {
            throw new IllegalArgumentException("A path for the VAE " + parameters.vae() + ", and for no other");
        }
        this.parameters = parameters;
        this.seed = seed;
        this.paths = paths;
    }

    GenerationParameters parameters() {
        return parameters;
    }

    /** Model, text encoder and VAE, as the nodes so far have changed them. */
    record Loaded(Link model, Link clip, Link vae) {}

    Loaded checkpoint() {
        var node = graph.add("CheckpointLoaderSimple", inputs -> inputs.set("ckpt_name", paths.checkpoint()));
        return new Loaded(node.slot(0), node.slot(1), node.slot(2));
    }

    /** People count the layers from 1, ComfyUI down from −1; the last one is where it stops by itself. */
    Loaded withClipSkip(Loaded loaded) {
        if (parameters.clipSkip() == GenerationParameters.NO_CLIP_SKIP) {
            return loaded;
        }
        var node = graph.add(
                "CLIPSetLastLayer",
                inputs -> inputs.set("clip", loaded.clip()).set("stop_at_clip_layer", -parameters.clipSkip()));
        return new Loaded(loaded.model(), node.slot(0), loaded.vae());
    }

    Loaded withLoras(Loaded loaded) {
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
            present = new Loaded(node.slot(0), node.slot(1), before.vae());
        }
        return present;
    }

    /** The text encoder stays as the checkpoint brought it. */
    Loaded withLorasOnModelOnly(Loaded loaded) {
        var present = loaded;
        for (var lora : parameters.loraModels()) {
            var before = present;
            var node = graph.add(
                    "LoraLoaderModelOnly",
                    inputs -> inputs.set("model", before.model())
                            .set("lora_name", paths.lora(lora.name()))
                            .set("strength_model", lora.strengthModel()));
            present = new Loaded(node.slot(0), before.clip(), before.vae());
        }
        return present;
    }

    Link encode(Link clip, String text) {
        return graph.add("CLIPTextEncode", inputs -> inputs.set("clip", clip).set("text", text))
                .slot(0);
    }

    /** As it is where no guidance is told: schnell models were taught to go without. */
    Link withGuidance(Link conditioning) {
        var guidance = parameters.samplerParams().guidance();
        return guidance == null
                ? conditioning
                : graph.add(
                                "FluxGuidance",
                                inputs ->
                                        inputs.set("conditioning", conditioning).set("guidance", guidance))
                        .slot(0);
    }

    Link zeroed(Link conditioning) {
        return graph.add("ConditioningZeroOut", inputs -> inputs.set("conditioning", conditioning))
                .slot(0);
    }

    Link latent(LatentClass latentClass) {
        return switch (parameters.source()) {
            case Source.EmptyLatent(int width, int height) ->
                graph.add(
                                latentClass.nodeClass(),
                                inputs -> inputs.set("width", width)
                                        .set("height", height)
                                        .set("batch_size", parameters.batchSize()))
                        .slot(0);
        };
    }

    Link sample(Link model, Link positive, Link negative, Link latent) {
        var params = parameters.samplerParams();
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

    /** With the VAE that was asked for, else with the checkpoint's own. */
    Link decode(Link samples, Link ofCheckpoint) {
        var path = paths.vae();
        var vae = path == null
                ? ofCheckpoint
                : graph.add("VAELoader", inputs -> inputs.set("vae_name", path)).slot(0);
        return graph.add("VAEDecode", inputs -> inputs.set("samples", samples).set("vae", vae))
                .slot(0);
    }

    /** The last part: the graph is done. */
    Workflow save(Link images, String filenamePrefix) {
        graph.add("SaveImage", inputs -> inputs.set("images", images).set("filename_prefix", filenamePrefix));
        return graph.build();
    }
}
