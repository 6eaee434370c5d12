package org.genonaut.simulator.route;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genonaut.simulator.protocol.PythonJson;
import tools.jackson.databind.JsonNode;

/**
 * A request as routes see it.
 *
 * @param path its decoded segments, without a leading {@code api}
 * @param isApi whether there was one
 */
public record Request(FullHttpRequest http, List<String> path, boolean isApi, QueryStringDecoder query) {
    private static final int MOST_PARAMETERS = 100;

    public static Request of(FullHttpRequest http) {
        // A semicolon is part of a value here, as in "preview=webp;50".
        var query = new QueryStringDecoder(http.uri(), StandardCharsets.UTF_8, true, MOST_PARAMETERS, true);
        var path = new ArrayList<String>();
        for (var segment : query.rawPath().substring(1).split("/", -1)) {
            path.add(QueryStringDecoder.decodeComponent(segment.replace("+", "%2B")));
        }
        var isApi = path.size() > 1 && path.getFirst().equals("api");
        if (isApi) {
            path.removeFirst();
        }
        return new Request(http, List.copyOf(path), isApi, query);
    }

    String segment(int index) {
        return path.get(index);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.parameters().get(name)).map(List::getFirst);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(http.headers().get(name));
    }

    byte[] body() {
        return ByteBufUtil.getBytes(http.content());
    }

    /** The body as JSON; what is none makes the server stumble. */
    JsonNode json() {
        return PythonJson.read(body());
    }
}
