package org.genonaut.simulator.wire;

import java.util.List;
import java.util.function.Function;

/**
 * What answers a method on a path.
 *
 * @param path segments; {@code *} stands for any one
 */
record Route(String method, List<String> path, Function<Request, Answer> handler) {
    static Route get(String path, Function<Request, Answer> handler) {
        return new Route("GET", List.of(path.split("/")), handler);
    }

    static Route post(String path, Function<Request, Answer> handler) {
        return new Route("POST", List.of(path.split("/")), handler);
    }

    boolean matches(Request request) {
        var asked = request.http().method().name();
        return (asked.equals(method) || asked.equals("HEAD") && method.equals("GET")) && matches(request.path());
    }

    private boolean matches(List<String> asked) {
        if (asked.size() != path.size()) {
            return false;
        }
        for (var i = 0; i < path.size(); i++) {
            if (path.get(i).equals("*") ? asked.get(i).isEmpty() : !path.get(i).equals(asked.get(i))) {
                return false;
            }
        }
        return true;
    }
}
