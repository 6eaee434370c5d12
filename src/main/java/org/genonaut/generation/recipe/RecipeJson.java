package org.genonaut.generation.recipe;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Parameters as they are stored: with a version, so that later ones can still read what earlier ones wrote. */
public final class RecipeJson {

    private static final int VERSION = 2;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RecipeJson() {}

    private record Versioned(int version, GenerationParameters parameters) {}

    public static String write(GenerationParameters parameters) {
        return JSON.writeValueAsString(new Versioned(VERSION, parameters));
    }

    public static String writeLoras(GenerationParameters parameters) {
        return JSON.writeValueAsString(parameters.loraModels());
    }

    public static GenerationParameters read(String json) {
        var stored = JSON.readTree(json);
        if (stored.get("version").intValue() == 1) {
            raiseToVersion2((ObjectNode) stored.get("parameters"));
        }
        return JSON.treeToValue(stored, Versioned.class).parameters();
    }

    /** Version 1 knew no clip skip and no other source than the empty latent, whose size it wrote beside the rest. */
    private static void raiseToVersion2(ObjectNode parameters) {
        var source = JSON.createObjectNode().put("kind", "empty_latent");
        source.set("width", parameters.remove("width"));
        source.set("height", parameters.remove("height"));
        parameters.set("source", source);
        parameters.put("clip_skip", GenerationParameters.NO_CLIP_SKIP);
    }
}
