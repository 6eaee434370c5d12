package org.genonaut.simulator.models;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** As many checkpoints and LoRAs as one likes, always the same ones, for servers of people who collect them. */
public final class GeneratedModels {
    private static final List<String> FIRST = List.of(
            "amber", "boreal", "cobalt", "dusk", "ember", "fable", "gilded", "hollow", "ivory", "jade", "kinetic",
            "lunar", "marble", "neon", "opal", "paper", "quiet", "rustic", "silver", "tidal", "umber", "velvet", "wild",
            "zephyr");
    private static final List<String> SECOND = List.of(
            "harbor",
            "portrait",
            "garden",
            "knight",
            "street",
            "anime",
            "sketch",
            "canyon",
            "witch",
            "machine",
            "forest",
            "studio",
            "comic",
            "temple",
            "ocean",
            "vision",
            "realism",
            "fresco",
            "lantern",
            "orchard");
    private static final List<String> THEMES = List.of("styles", "characters", "concepts", "detail", "light");
    private static final Kind XL =
            new Kind(Family.SDXL, "XL", 6_938_040_000L, "stable-diffusion-xl-v1-base", "sdxl_base_v1-0");
    private static final Kind SD15 = new Kind(Family.SD15, "SD15", 2_132_625_000L, "stable-diffusion-v1", "sd_v1");
    private static final Kind FLUX = new Kind(Family.FLUX, "Flux", 17_246_524_000L, "flux-1-dev", "flux1");
    private static final List<Kind> KINDS = List.of(XL, SD15, XL, FLUX, XL);
    private static final int ONE_CHECKPOINT_IN = 5;

    private GeneratedModels() {}

    /** How files of a family name it, and how large a checkpoint is. */
    private record Kind(Family family, String suffix, long checkpointSize, String architecture, String baseModel) {}

    /**
     * The first so many: every fifth is a checkpoint, the others are LoRAs.
     *
     * @param count 0 or more
     */
    public static List<ModelFile> of(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("models is 0 or more, not " + count);
        }
        return IntStream.range(0, count)
                .mapToObj(i -> i % ONE_CHECKPOINT_IN == 0 ? checkpoint(i) : lora(i))
                .toList();
    }

    private static ModelFile checkpoint(int index) {
        var kind = KINDS.get(index / ONE_CHECKPOINT_IN % KINDS.size());
        var name = first(index) + capital(second(index)) + kind.suffix() + "_v" + version(index);
        return new ModelFile(
                "checkpoints",
                name + ".safetensors",
                kind.family(),
                kind.checkpointSize() + index,
                Map.of(
                        "format",
                        "pt",
                        "modelspec.sai_model_spec",
                        "1.0.0",
                        "modelspec.architecture",
                        kind.architecture(),
                        "modelspec.title",
                        capital(first(index)) + " " + capital(second(index)) + " " + version(index)));
    }

    private static ModelFile lora(int index) {
        var kind = KINDS.get(index % KINDS.size());
        var words = first(index) + " " + second(index);
        var name = words.replace(' ', '_') + "_" + kind.suffix().toLowerCase(Locale.ROOT) + "_v" + version(index);
        return new ModelFile(
                "loras",
                THEMES.get(index % THEMES.size()) + "/" + name + ".safetensors",
                kind.family(),
                228_456_128L + index,
                Map.of(
                        "ss_output_name",
                        name,
                        "ss_base_model_version",
                        kind.baseModel(),
                        "ss_network_module",
                        "networks.lora",
                        "ss_network_dim",
                        "32",
                        "ss_network_alpha",
                        "16",
                        "ss_tag_frequency",
                        "{\"10_%s\": {\"%s\": %d, \"%s\": %d}}"
                                .formatted(second(index), words, 60 + index % 90, second(index), 30 + index % 50),
                        "modelspec.architecture",
                        kind.architecture() + "/lora",
                        "modelspec.title",
                        capital(words),
                        "modelspec.trigger_phrase",
                        words));
    }

    private static String first(int index) {
        return FIRST.get(index / SECOND.size() % FIRST.size());
    }

    private static String second(int index) {
        return SECOND.get(index % SECOND.size());
    }

    /** Tells apart what would have the same words. */
    private static int version(int index) {
        return index / (FIRST.size() * SECOND.size()) + 1;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
