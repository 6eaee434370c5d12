package org.genonaut.generation;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Parameters as they are stored: with a version, so that later ones can still read what earlier ones wrote. */
final class RecipeJson {

    private static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RecipeJson() {}

    private record Versioned(int version, GenerationParameters parameters) {}

    static String write(GenerationParameters parameters) {
        return JSON.writeValueAsString(new Versioned(VERSION, parameters));
    }

    static String writeLoras(GenerationParameters parameters) {
        return JSON.writeValueAsString(parameters.loraModels());
    }

    static GenerationParameters read(String json) {
        return JSON.readValue(json, Versioned.class).parameters();
    }
}
