package org.genonaut.simulator.route;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.genonaut.simulator.protocol.PythonJson;
import tools.jackson.databind.JsonNode;

/** What a route answers, before it becomes a response of Netty's. */
@SuppressWarnings("ArrayRecordComponent") // Written once to one connection.
public record Answer(HttpResponseStatus status, Map<String, String> headers, byte[] body) {
    private static final byte[] EMPTY = {};

    public static Answer json(JsonNode body) {
        return json(HttpResponseStatus.OK, body);
    }

    static Answer json(HttpResponseStatus status, JsonNode body) {
        return of(status, "application/json; charset=utf-8", PythonJson.bytes(body));
    }

    public static Answer text(HttpResponseStatus status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer of(HttpResponseStatus status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    /** 200 with nothing in it, as commands answer. */
    static Answer done() {
        return new Answer(HttpResponseStatus.OK, Map.of(), EMPTY);
    }

    /** A bare refusal. */
    public static Answer empty(HttpResponseStatus status) {
        return new Answer(status, Map.of(), EMPTY);
    }

    /** What answers where there is neither a route nor a page. */
    static Answer noPage() {
        return of(HttpResponseStatus.NOT_FOUND, "application/octet-stream", EMPTY);
    }

    public static Answer trouble() {
        return text(HttpResponseStatus.INTERNAL_SERVER_ERROR, """
                500 Internal Server Error

                Server got itself in trouble""").with("Connection", "close");
    }

    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    public boolean closesConnection() {
        return "close".equals(headers.get("Connection"));
    }

    public FullHttpResponse toResponse() {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        headers.forEach((header, value) -> response.headers().set(header, value));
        response.headers().set("Content-Length", body.length);
        return response;
    }
}
