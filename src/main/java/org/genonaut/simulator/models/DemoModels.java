package org.genonaut.simulator.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The models that a simulated server offers unless told otherwise, read from {@code models.json}. */
public final class DemoModels {
    private static final JsonMapper MAPPER = new JsonMapper();

    private DemoModels() {}

    public static List<ModelFile> all() {
        try (var in = DemoModels.class.getResourceAsStream("models.json")) {
            return MAPPER.readTree(Objects.requireNonNull(in, "models.json"))
                    .valueStream()
                    .map(DemoModels::file)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFile file(JsonNode entry) {
        return new ModelFile(
                entry.get("folder").stringValue(),
                entry.get("name").stringValue(),
                Family.valueOf(entry.get("family").stringValue()),
                entry.get("size").longValue(),
                metadata(entry.get("metadata")));
    }

    /** Safetensors metadata holds texts only; what has structure, such as tag counts, is JSON within a text. */
    private static Map<String, String> metadata(JsonNode entry) {
        var metadata = new LinkedHashMap<String, String>();
        entry.propertyStream()
                .forEach(field -> metadata.put(
                        field.getKey(),
                        field.getValue().isString()
                                ? field.getValue().stringValue()
                                : MAPPER.writeValueAsString(field.getValue())));
        return metadata;
    }
}
