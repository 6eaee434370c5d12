package org.genonaut.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model file says of itself: the {@code __metadata__} of its safetensors header. Everybody writes there what
 * they like, so each value is read with care and may be absent or nonsense.
 */
record SafetensorsMetadata(Map<String, String> values) {

    private static final int MAX_TITLE = 200;
    private static final int MAX_WORDS = 20;

    SafetensorsMetadata {
        values = Map.copyOf(values);
    }

    ModelFamily family() {
        return Stream.of("ss_base_model_version", "modelspec.architecture", "ss_sd_model_name")
                .map(key -> familyNamed(values.getOrDefault(key, "")))
                .filter(family -> family != ModelFamily.OTHER)
                .findFirst()
                .orElse(ModelFamily.OTHER);
    }

    static ModelFamily familyNamed(String architecture) {
        var name = architecture.toLowerCase(Locale.ROOT);
        if (name.contains("flux")) {
            return ModelFamily.FLUX;
        }
        if (name.contains("xl")) {
            return ModelFamily.SDXL;
        }
        if (name.contains("sd3") || name.contains("stable-diffusion-v3") || name.contains("stable-diffusion-3")) {
            return ModelFamily.SD3;
        }
        if (name.contains("sd_v1") || name.contains("stable-diffusion-v1") || name.contains("sd15")) {
            return ModelFamily.SD15;
        }
        return ModelFamily.OTHER;
    }

    Optional<String> title() {
        return Stream.of("modelspec.title", "ss_output_name")
                .map(key -> values.getOrDefault(key, "").strip())
                .filter(title -> !title.isEmpty())
                .map(title -> title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title)
                .findFirst();
    }

    /** The words that the file asks to be put into the prompt. */
    List<String> triggerWords() {
        var phrase = values.getOrDefault("modelspec.trigger_phrase", "");
        var words = new LinkedHashSet<String>();
        for (var word : phrase.split(",", -1)) {
            if (!word.isBlank() && words.size() < MAX_WORDS) {
                words.add(word.strip());
            }
        }
        return List.copyOf(words);
    }
}
