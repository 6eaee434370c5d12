package org.genonaut.generation.workflow;

import org.genonaut.comfyui.Workflow.Input.Link;

/**
 * The shape of Stable Diffusion: checkpoint, clip skip, LoRAs on model and text encoder, two prompts, empty latent,
 * sampler, decoder.
 */
final class CheckpointGraph {

    private CheckpointGraph() {}

    static Link picture(GraphParts parts, LatentClass latentClass) {
        var parameters = parts.parameters();
        var loaded = parts.withLoras(parts.withClipSkip(parts.checkpoint()));
        var positive = parts.encode(loaded.clip(), parameters.prompt());
        var negative = parts.encode(loaded.clip(), parameters.negativePrompt());
        var latent = parts.latent(latentClass);
        var samples = parts.sample(loaded.model(), positive, negative, latent);
        return parts.decode(samples, loaded.vae());
    }
}
