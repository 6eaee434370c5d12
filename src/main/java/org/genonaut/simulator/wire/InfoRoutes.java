package org.genonaut.simulator.wire;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import org.genonaut.simulator.graph.NodeTypes;
import org.genonaut.simulator.graph.PythonJson;
import org.genonaut.simulator.models.ModelShelf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the server is and has: system, features, node types, models. */
final class InfoRoutes {
    private static final long GIBIBYTE = 1L << 30;
    private static final double LONG_AGO = 1_750_000_000;

    private final ServerFacts facts;
    private final ModelShelf models;
    private final NodeTypes types;

    InfoRoutes(ServerFacts facts, ModelShelf models, NodeTypes types) {
        this.facts = facts;
        this.models = models;
        this.types = types;
    }

    List<Route> routes() {
        return List.of(
                Route.get("system_stats", request -> Answer.json(systemStats())),
                Route.get("features", request -> Answer.json(features(facts))),
                Route.get("object_info", request -> Answer.json(types.describe())),
                Route.get("object_info/*", request -> Answer.json(objectInfo(request.segment(1)))),
                Route.get("models", request -> Answer.json(PythonJson.array(models.folders()))),
                Route.get(
                        "models/*",
                        request -> models.list(request.segment(1))
                                .map(names -> Answer.json(PythonJson.array(names)))
                                .orElseGet(InfoRoutes::notFound)),
                Route.get("embeddings", request -> Answer.json(embeddings())),
                Route.get("experiment/models/*", request -> Answer.json(fileList(request.segment(2)))),
                Route.get("view_metadata/*", this::viewMetadata));
    }

    static ObjectNode features(ServerFacts facts) {
        return PythonJson.object().put("supports_preview_metadata", true).put("max_upload_size", facts.largestBody());
    }

    private ObjectNode systemStats() {
        var stats = PythonJson.object();
        var system = stats.putObject("system")
                .put("os", "posix")
                .put("ram_total", 64 * GIBIBYTE)
                .put("ram_free", 48 * GIBIBYTE)
                .put("comfyui_version", "0.3.64")
                .put("required_frontend_version", "1.27.10")
                .putNull("installed_templates_version")
                .put("required_templates_version", "0.1.94")
                .put("python_version", "3.13.5 (simulated)")
                .put("pytorch_version", "2.8.0")
                .put("embedded_python", false);
        system.set("argv", PythonJson.array(List.of("genonaut-simulator", "--name", facts.name())));
        stats.putArray("devices")
                .addObject()
                .put("name", facts.device())
                .put("type", "cuda")
                .put("index", 0)
                .put("vram_total", facts.vram())
                .put("vram_free", facts.vram() / 4 * 3)
                .put("torch_vram_total", facts.vram() / 4)
                .put("torch_vram_free", facts.vram() / 100);
        return stats;
    }

    private JsonNode objectInfo(String type) {
        var answer = PythonJson.object();
        types.describe(type).ifPresent(described -> answer.set(type, described));
        return answer;
    }

    private JsonNode embeddings() {
        return PythonJson.array(models.names("embeddings").stream()
                .map(name -> name.replaceFirst("\\.[^.]*$", ""))
                .toList());
    }

    private JsonNode fileList(String folder) {
        var answer = PythonJson.array();
        models.in(folder)
                .forEach(file -> answer.addObject()
                        .put("name", file.name())
                        .put("pathIndex", 0)
                        .put("modified", LONG_AGO)
                        .put("created", LONG_AGO)
                        .put("size", file.size()));
        return answer;
    }

    private Answer viewMetadata(Request request) {
        return request.parameter("filename")
                .flatMap(name -> models.find(request.segment(1), name))
                .flatMap(file -> file.shownMetadata())
                .map(metadata -> {
                    var answer = PythonJson.object();
                    metadata.forEach(answer::put);
                    return Answer.json(answer);
                })
                .orElseGet(InfoRoutes::notFound);
    }

    private static Answer notFound() {
        return Answer.empty(HttpResponseStatus.NOT_FOUND);
    }
}
