package org.genonaut.simulator.wire;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Frames that a client has no use for, as custom nodes, other clients and bugs send them, one after the other. */
final class Garbage {
    private static final String FOREIGN = "5a1e0f57-0000-4000-8000-00000000f00d";
    private static final int UNKNOWN = 10;
    private static final int JPEG = 1;
    private static final int PNG = 2;
    private static final int TEXT = 3;
    private static final int PREVIEW_WITH_METADATA = 4;

    private static final List<Supplier<WebSocketFrame>> KINDS = List.of(
            () -> text("{\"type\": \"crystools.monitor\", \"data\": {\"cpu_utilization\": 3.1, \"gpus\": []}}"),
            () -> binary(),
            () -> text("this is not JSON"),
            () -> foreign("execution_start", ""),
            () -> binary(0, 0, 1),
            () -> text("[1, 2, 3]"),
            () -> foreign("progress", ", \"value\": 5, \"max\": 5, \"node\": \"3\""),
            () -> numbers(UNKNOWN, JPEG),
            () -> text("{\"type\": null, \"data\": null}"),
            () -> foreign(
                    "executed",
                    ", \"node\": \"9\", \"output\": {\"images\": [{\"filename\": \"not_yours.png\","
                            + " \"subfolder\": \"\", \"type\": \"output\"}]}"),
            () -> numbers(JPEG),
            () -> text("{\"type\": \"progress\""),
            () -> foreign(
                    "execution_error",
                    ", \"node_id\": \"3\", \"node_type\": \"KSampler\","
                            + " \"exception_type\": \"RuntimeError\", \"exception_message\": \"not yours\\n\""),
            () -> numbers(JPEG, UNKNOWN, 0),
            () -> text(""),
            () -> foreign("execution_success", ""),
            () -> numbers(PREVIEW_WITH_METADATA, Integer.MAX_VALUE, 0),
            () -> text("{\"data\": {}}"),
            () -> foreign("executing", ", \"node\": null"),
            () -> withMetadata("{\"prompt_id\": \"" + FOREIGN + "\", \"image_type\": \"image/png\"}"),
            () -> text("{\"type\": \"status\", \"data\": {\"status\": 7}}"),
            () -> withMetadata("no JSON either"),
            () -> numbers(TEXT, -1),
            () -> numbers(JPEG, PNG));

    private int next;

    /** The next piece; after the last comes the first. */
    WebSocketFrame next() {
        return KINDS.get(next++ % KINDS.size()).get();
    }

    private static WebSocketFrame text(String text) {
        return new TextWebSocketFrame(text);
    }

    private static WebSocketFrame foreign(String type, String more) {
        return text("{\"type\": \"%s\", \"data\": {\"prompt_id\": \"%s\"%s}}".formatted(type, FOREIGN, more));
    }

    private static WebSocketFrame binary(int... octets) {
        var buffer = Unpooled.buffer(octets.length);
        for (var octet : octets) {
            buffer.writeByte(octet);
        }
        return new BinaryWebSocketFrame(buffer);
    }

    private static WebSocketFrame numbers(int... numbers) {
        return new BinaryWebSocketFrame(Unpooled.copyInt(numbers));
    }

    private static WebSocketFrame withMetadata(String metadata) {
        var octets = metadata.getBytes(StandardCharsets.US_ASCII);
        return new BinaryWebSocketFrame(Unpooled.wrappedBuffer(
                Unpooled.copyInt(PREVIEW_WITH_METADATA, octets.length), Unpooled.wrappedBuffer(octets)));
    }
}
