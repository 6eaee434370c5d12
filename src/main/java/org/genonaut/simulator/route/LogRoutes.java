package org.genonaut.simulator.route;

import java.util.List;
import org.genonaut.simulator.protocol.PythonJson;
import tools.jackson.databind.node.ObjectNode;

/** What a server has logged; ours is silent, but there are tools that ask. */
final class LogRoutes {
    private static final String GREETING = "This is a simulated server: it loads no models and draws its pictures.\n";
    private static final String STARTED = "2026-01-01T00:00:00.000000";

    List<Route> routes() {
        return List.of(
                Route.get("internal/logs", request -> Answer.json(PythonJson.text(STARTED + " - " + GREETING))),
                Route.get("internal/logs/raw", request -> Answer.json(raw())),
                Route.of("PATCH", "internal/logs/subscribe", LogRoutes::subscribe));
    }

    private static ObjectNode raw() {
        var answer = PythonJson.object();
        answer.putArray("entries").addObject().put("t", STARTED).put("m", GREETING);
        answer.putObject("size").put("cols", 80).put("rows", 24);
        return answer;
    }

    /** Nothing will come, as from a server that has nothing to tell. */
    private static Answer subscribe(Request request) {
        request.json().required("clientId");
        return Answer.done();
    }
}
