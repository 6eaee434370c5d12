package org.genonaut.simulator.node;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genonaut.simulator.drawing.scene.LoraStrength;
import org.genonaut.simulator.models.Family;

/** What a node hands to the next: not tensors, but enough to draw the picture that they would become. */
public sealed interface Value {
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
    record Latent(int width, int height, int batchSize, Optional<Images> sampled) implements Value {
        Latent sized(int newWidth, int newHeight) {
            return new Latent(newWidth, newHeight, batchSize, sampled.map(images -> images.sized(newWidth, newHeight)));
        }

        Latent repeated(int times) {
            return new Latent(width, height, batchSize * times, sampled.map(images -> images.repeated(times)));
        }
    }

    record Images(List<Picture> pictures) implements Value {
        public Images {
            pictures = List.copyOf(pictures);
        }

        Images sized(int width, int height) {
            return new Images(pictures.stream()
                    .<Picture>map(picture -> new Picture.Scaled(picture, width, height))
                    .toList());
        }

        Images repeated(int times) {
            var more = new ArrayList<Picture>();
            for (var n = 0; n < times; n++) {
                more.addAll(pictures);
            }
            return new Images(more);
        }
    }

    record Mask() implements Value {}

    record UpscaleModel(String name) implements Value {}

    record ControlNet(String name) implements Value {}

    record Noise(BigInteger seed) implements Value {}

    record Guider(Model model, String positive, String negative) implements Value {}

    record Sampler(String name) implements Value {}

    record Sigmas(int steps) implements Value {}

    /**
     * Nothing, and all that needs it does not run.
     *
     * @param message told once, at the first node that does not run; empty to block in silence
     */
    record Blocked(Optional<String> message) implements Value {}
}
