package org.genonaut.simulator.control;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genonaut.simulator.models.Family;
import org.genonaut.simulator.models.ModelFile;
import org.genonaut.simulator.models.ModelShelf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts model files on the shelf and takes them off. */
final class ModelCommands {
    private static final long USUAL_SIZE = 228_456_128;

    private final ModelShelf models;

    ModelCommands(ModelShelf models) {
        this.models = models;
    }

    List<Command> all() {
        return List.of(
                new Command("GET", "/models", "All model files.", (rest, body) -> list()),
                new Command("POST", "/models", "Puts a file into a folder.", (rest, body) -> put(body)),
                new Command("DELETE", "/models/*", "Deletes folder/name.", (rest, body) -> delete(rest)));
    }

    private ObjectNode list() {
        var answer = JsonNodeFactory.instance.objectNode();
        var files = answer.putArray("models");
        models.folders().forEach(folder -> models.in(folder).forEach(file -> files.add(describe(file))));
        return answer;
    }

    private static ObjectNode describe(ModelFile file) {
        var described = JsonNodeFactory.instance
                .objectNode()
                .put("folder", file.folder())
                .put("name", file.name())
                .put("family", file.family().name())
                .put("size", file.size());
        var metadata = described.putObject("metadata");
        file.metadata().forEach(metadata::put);
        return described;
    }

    private ObjectNode put(ObjectNode body) {
        Body.allowOnly(body, "folder", "name", "family", "size", "metadata");
        var folder = Body.text(body, "folder", "loras");
        if (!models.folders().contains(folder)) {
            throw Refusal.badRequest("There is no folder " + folder + ", but " + String.join(", ", models.folders()));
        }
        var file = new ModelFile(
                folder,
                Body.text(body, "name", "styles/ink.safetensors"),
                Body.optionalText(body, "family").map(ModelCommands::family).orElse(Family.SDXL),
                size(body.path("size")),
                metadata(body.path("metadata")));
        models.add(file);
        return describe(file);
    }

    private static Family family(String name) {
        return Arrays.stream(Family.values())
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.badRequest("There is no family " + name + ", but " + Arrays.toString(Family.values())));
    }

    private static long size(JsonNode size) {
        if (size.isMissingNode()) {
            return USUAL_SIZE;
        }
        if (!size.isIntegralNumber() || !size.canConvertToLong() || size.longValue() < 0) {
            throw Refusal.badRequest("size is a number of bytes, not " + size);
        }
        return size.longValue();
    }

    private static Map<String, String> metadata(JsonNode metadata) {
        var texts = new LinkedHashMap<String, String>();
        metadata.propertyStream().forEach(entry -> {
            if (!entry.getValue().isString()) {
                throw Refusal.badRequest("Metadata holds texts only, not " + entry.getValue());
            }
            texts.put(entry.getKey(), entry.getValue().stringValue());
        });
        return texts;
    }

    private ObjectNode delete(String path) {
        var folder = path.substring(0, Math.max(0, path.indexOf('/')));
        var name = path.substring(path.indexOf('/') + 1);
        var file = models.find(folder, name)
                .orElseThrow(() -> Refusal.notFound("There is no " + path + "; GET /models lists what there is"));
        models.remove(folder, name);
        return describe(file);
    }
}
