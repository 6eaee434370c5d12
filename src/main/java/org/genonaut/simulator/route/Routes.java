package org.genonaut.simulator.route;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.ArrayList;
import java.util.List;
import org.genonaut.simulator.graph.NodeTypes;
import org.genonaut.simulator.graph.PromptValidator;
import org.genonaut.simulator.image.ImageFolders;
import org.genonaut.simulator.models.ModelShelf;
import org.genonaut.simulator.protocol.ServerTrouble;
import org.genonaut.simulator.run.Engine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** All that a server answers over plain HTTP. */
public final class Routes {
    private static final Logger log = LoggerFactory.getLogger(Routes.class);

    private final List<Route> routes = new ArrayList<>();

    public Routes(ServerFacts facts, Engine engine, ModelShelf models, NodeTypes types, ImageFolders folders) {
        routes.addAll(new InfoRoutes(facts, models, types).routes());
        var validator = new PromptValidator(
                types, facts.dialect(), name -> folders.annotated(name).isPresent());
        routes.addAll(new PromptRoutes(facts, engine, validator).routes());
        routes.addAll(new QueueRoutes(engine).routes());
        routes.addAll(new FileRoutes(folders, facts.dialect()).routes());
        routes.addAll(new LogRoutes().routes());
        if (facts.dialect().isNewer()) {
            routes.addAll(new JobRoutes(engine).routes());
        }
    }

    public Answer answer(Request request) {
        try {
            for (var route : routes) {
                if (route.matches(request)) {
                    return route.handler().apply(request);
                }
            }
            return noRoute(request);
        } catch (ServerTrouble | JacksonException e) {
            log.debug("A real server would stumble: {}", e.getClass().getSimpleName());
            return Answer.trouble();
        }
    }

    /** A real server looks for a page to any GET, and knows no other method on a path that it does not know. */
    private static Answer noRoute(Request request) {
        return switch (request.http().method().name()) {
            case "GET", "HEAD" -> Answer.noPage();
            case "OPTIONS" -> Answer.done();
            default -> Answer.text(HttpResponseStatus.METHOD_NOT_ALLOWED, "405: Method Not Allowed");
        };
    }
}
