package org.genonaut.simulator.route;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import org.genonaut.simulator.graph.NodeTypes;
import org.genonaut.simulator.models.ModelShelf;
import org.genonaut.simulator.protocol.PythonJson;
import tools.jackson.databind.JsonNode;

/** What the server is and has: system, features, node types, models. */
final class InfoRoutes {
    private static final double LONG_AGO = 1_750_000_000;

    private final SelfDescription self;
    private final ModelShelf models;
    private final NodeTypes types;

    InfoRoutes(ServerFacts facts, ModelShelf models, NodeTypes types) {
        this.self = new SelfDescription(facts);
        this.models = models;
        this.types = types;
    }

    List<Route> routes() {
        return List.of(
                Route.get("system_stats", request -> Answer.json(self.systemStats())),
                Route.get("features", request -> Answer.json(self.features())),
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
