package org.genonaut.simulator.route;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.protocol.ServerTrouble;
import org.genonaut.simulator.run.Engine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Shows and changes what waits, runs and has run. */
final class QueueRoutes {
    private final Engine engine;

    QueueRoutes(Engine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(
                Route.get("queue", request -> Answer.json(engine.queue())),
                Route.post("queue", request -> change(request, engine::clearPending, engine::deletePending)),
                Route.get("history", this::history),
                Route.get("history/*", request -> Answer.json(engine.history(request.segment(1)))),
                Route.post("history", request -> change(request, engine::clearHistory, engine::deleteHistory)),
                Route.post("interrupt", this::interrupt),
                Route.post("free", this::free));
    }

    private Answer history(Request request) {
        return Answer.json(engine.history(integer(request, "max_items"), integer(request, "offset")));
    }

    private static Optional<Integer> integer(Request request, String parameter) {
        try {
            return request.parameter(parameter).map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw new ServerTrouble("invalid literal for int()");
        }
    }

    private static Answer change(Request request, Runnable clear, Consumer<String> delete) {
        var body = request.json();
        if (body.isNull()) {
            throw new ServerTrouble("argument of type 'NoneType' is not iterable");
        }
        if (body.path("clear").asBoolean(false)) {
            clear.run();
        }
        body.path("delete").valueStream().map(JsonNode::asString).forEach(delete);
        return Answer.done();
    }

    private Answer interrupt(Request request) {
        var promptId = settings(request).path("prompt_id").asString("");
        if (promptId.isEmpty()) {
            engine.interrupt();
        } else {
            engine.interruptIfRunning(promptId);
        }
        return Answer.done();
    }

    /** A body that is no JSON counts as none; one that is no object makes the server stumble. */
    private static JsonNode settings(Request request) {
        var body = request.body();
        JsonNode settings;
        try {
            settings = body.length == 0 ? PythonJson.object() : PythonJson.read(body);
        } catch (JacksonException e) {
            settings = PythonJson.object();
        }
        return requireObject(settings);
    }

    private Answer free(Request request) {
        var settings = requireObject(request.json());
        engine.free(
                settings.path("unload_models").asBoolean(false),
                settings.path("free_memory").asBoolean(false));
        return Answer.done();
    }

    private static JsonNode requireObject(JsonNode settings) {
        if (!settings.isObject()) {
            throw new ServerTrouble("object has no attribute 'get'");
        }
        return settings;
    }
}
