package org.genonaut.simulator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genonaut.simulator.drawing.LoraStrength;
import org.genonaut.simulator.models.Family;

/** What a node hands to the next: not tensors, but enough to draw the picture that they would become. */
sealed interface Value {
    record Model(String checkpoint, Family family, List<LoraStrength> loras) implements Value {
        Model with(LoraStrength lora) {
            var more = new ArrayList<>(loras);
            more.add(lora);
            return new Model(checkpoint, family, List.copyOf(more));
        }
    }

    record Clip(Family family) implements Value {}

    record Vae(String name) implements Value {}

    record Conditioning(String text) implements Value {}

    /** Latents of a size in pixels; they hold pictures once they are sampled. */
    record Latent(int width, int height, int batchSize, Optional<Images> sampled) implements Value {}

    record Images(List<Picture> pictures) implements Value {}

    record Mask() implements Value {}

    record UpscaleModel(String name) implements Value {}
}
