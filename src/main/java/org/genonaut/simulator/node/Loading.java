package org.genonaut.simulator.node;

import java.util.ArrayList;
import java.util.List;
import org.genonaut.simulator.drawing.scene.LoraStrength;
import org.genonaut.simulator.models.ModelFile;

/** Nodes that read model files. */
final class Loading {
    private static final double LORA_SECONDS = 0.3;
    private static final double SMALL_FILE_SECONDS = 0.5;

    private Loading() {}

    static NodeOutcome checkpoint(NodeCall call) throws InterruptedException {
        var file = find(call, "checkpoints", call.text("ckpt_name"));
        if (call.bench().load(file.name())) {
            call.work(file.family().loadSeconds());
        }
        return NodeOutcome.of(
                new Value.Model(file.name(), file.family(), List.of()),
                new Value.Clip(file.family()),
                new Value.Vae(file.name()));
    }

    static NodeOutcome diffusionModel(NodeCall call) throws InterruptedException {
        var file = find(call, "diffusion_models", call.text("unet_name"));
        if (call.bench().load(file.name())) {
            call.work(file.family().loadSeconds());
        }
        return NodeOutcome.of(new Value.Model(file.name(), file.family(), List.of()));
    }

    static NodeOutcome textEncoder(NodeCall call, String... inputs) throws InterruptedException {
        var files = new ArrayList<ModelFile>();
        for (var input : inputs) {
            files.add(find(call, "text_encoders", call.text(input)));
            call.work(SMALL_FILE_SECONDS);
        }
        return NodeOutcome.of(new Value.Clip(files.getFirst().family()));
    }

    /** How noise is laid out over the steps cannot be seen in what we draw. */
    static NodeOutcome sameModel(NodeCall call) {
        return NodeOutcome.of(call.linked("model", Value.Model.class));
    }

    static NodeOutcome lora(NodeCall call) throws InterruptedException {
        return NodeOutcome.of(withLora(call), call.linked("clip", Value.Clip.class));
    }

    static NodeOutcome loraForModelOnly(NodeCall call) throws InterruptedException {
        return NodeOutcome.of(withLora(call));
    }

    /** A LoRA of another family changes nothing, and nobody is told. */
    private static Value.Model withLora(NodeCall call) throws InterruptedException {
        var model = call.linked("model", Value.Model.class);
        var file = find(call, "loras", call.text("lora_name"));
        call.work(LORA_SECONDS);
        return file.family() == model.family()
                ? model.with(new LoraStrength(file.name(), call.real("strength_model")))
                : model;
    }

    static NodeOutcome vae(NodeCall call) throws InterruptedException {
        var file = find(call, "vae", call.text("vae_name"));
        call.work(SMALL_FILE_SECONDS);
        return NodeOutcome.of(new Value.Vae(file.name()));
    }

    static NodeOutcome controlNet(NodeCall call) throws InterruptedException {
        var file = find(call, "controlnet", call.text("control_net_name"));
        call.work(SMALL_FILE_SECONDS);
        return NodeOutcome.of(new Value.ControlNet(file.name()));
    }

    static NodeOutcome upscaleModel(NodeCall call) throws InterruptedException {
        var file = find(call, "upscale_models", call.text("model_name"));
        call.work(SMALL_FILE_SECONDS);
        return NodeOutcome.of(new Value.UpscaleModel(file.name()));
    }

    /** A file may have gone since the prompt was validated, and some lists are not validated at all. */
    private static ModelFile find(NodeCall call, String folder, String name) {
        var file = call.bench()
                .models()
                .find(folder, name)
                .orElseThrow(() -> NodeException.of(
                        "FileNotFoundError",
                        "Model in folder '" + folder + "' with filename '" + name + "' not found."));
        if (file.isBroken()) {
            throw NodeException.of(
                    "safetensors_rust.SafetensorError",
                    "Error while deserializing header: InvalidHeaderDeserialization");
        }
        return file;
    }
}
