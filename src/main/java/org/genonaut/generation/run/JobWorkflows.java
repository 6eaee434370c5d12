package org.genonaut.generation.run;

import java.util.HashMap;
import org.genonaut.backend.BackendId;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.genonaut.comfyui.Workflow;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.Seed;
import org.genonaut.generation.workflow.ModelPaths;
import org.genonaut.generation.workflow.WorkflowBuilder;
import org.springframework.stereotype.Component;

/** Turns a claimed job into the graph that its backend runs: the catalog knows families, and each backend's own names. */
@Component
class JobWorkflows {

    private final ModelCatalog catalog;

    JobWorkflows(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /** @throws ModelGone when the backend has one of the models no more */
    Workflow of(Claim claim, GenerationParameters parameters) {
        try {
            return build(claim, parameters);
        } catch (ModelGone perhapsNotYetKnownHere) {
            catalog.reload(); // Another node may have seen it come.
            return build(claim, parameters);
        }
    }

    private Workflow build(Claim claim, GenerationParameters parameters) {
        var family = find(ModelType.CHECKPOINT, parameters.checkpointModel()).family();
        return WorkflowBuilder.build(
                parameters,
                family,
                Seed.of(claim.seed()),
                paths(claim.backend(), parameters),
                claim.attempt().filenamePrefix());
    }

    private ModelPaths paths(BackendId backend, GenerationParameters parameters) {
        var loras = new HashMap<String, String>();
        parameters.loraModels().forEach(lora -> loras.put(lora.name(), path(backend, ModelType.LORA, lora.name())));
        var vae = parameters.vae();
        return new ModelPaths(
                path(backend, ModelType.CHECKPOINT, parameters.checkpointModel()),
                vae == null ? null : path(backend, ModelType.VAE, vae),
                loras);
    }

    private String path(BackendId backend, ModelType type, String name) {
        var path = find(type, name).presence().get(backend);
        if (path == null) {
            throw new ModelGone(type, name);
        }
        return path;
    }

    private AvailableModel find(ModelType type, String name) {
        return catalog.find(type, name).orElseThrow(() -> new ModelGone(type, name));
    }
}
