package org.genonaut.simulator.route;

import java.util.List;
import java.util.function.Function;

/**
 * What answers a method on a path.
 *
 * @param path segments; {@code *} stands for any one
 * @param needsApi whether it answers only with {@code /api} before its path
 */
record Route(String method, List<String> path, boolean needsApi, Function<Request, Answer> handler) {
    static Route get(String path, Function<Request, Answer> handler) {
        return of("GET", path, handler);
    }

    static Route post(String path, Function<Request, Answer> handler) {
        return of("POST", path, handler);
    }

    static Route of(String method, String path, Function<Request, Answer> handler) {
        return new Route(method, List.of(path.split("/")), false, handler);
    }

    Route onlyBelowApi() {
        return new Route(method, path, true, handler);
    }

    boolean matches(Request request) {
        if (needsApi && !request.isApi()) {
            return false;
        }
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
