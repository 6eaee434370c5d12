package org.genonaut.generation.workflow;

import org.genonaut.comfyui.Workflow.Input.Link;

/**
 * The shape of Flux in one file: checkpoint, LoRAs on the model only, one prompt with guidance, its zeroed copy in place
 * of a negative prompt, empty latent, sampler, decoder.
 */
final class FluxGraph {

    private FluxGraph() {}

    static Link picture(GraphParts parts) {
        var loaded = parts.withLorasOnModelOnly(parts.checkpoint());
        var encoded = parts.encode(loaded.clip(), parts.parameters().prompt());
        var positive = parts.withGuidance(encoded);
        var negative = parts.zeroed(encoded);
        var latent = parts.latent(LatentClass.SIXTEEN_CHANNELS);
        var samples = parts.sample(loaded.model(), positive, negative, latent);
        return parts.decode(samples, loaded.vae());
    }
}
