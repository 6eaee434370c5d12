package org.genonaut.simulator.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import java.nio.charset.StandardCharsets;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.protocol.ServerTrouble;
import org.genonaut.simulator.route.SelfDescription;
import org.genonaut.simulator.route.ServerFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One WebSocket from its opening to its end. */
final class SocketHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final Logger log = LoggerFactory.getLogger(SocketHandler.class);

    private final String clientId;
    private final Sockets sockets;
    private final ServerFacts facts;
    private final WebSocketServerHandshaker handshaker;
    private boolean heardFirst;
    private boolean forgotten;

    SocketHandler(String clientId, Sockets sockets, ServerFacts facts, WebSocketServerHandshaker handshaker) {
        this.clientId = clientId;
        this.sockets = sockets;
        this.facts = facts;
        this.handshaker = handshaker;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        switch (frame) {
            case CloseWebSocketFrame close -> {
                // Before the answer, so that who has heard it finds the server as it is afterwards.
                forget();
                handshaker.close(context, close.retain());
            }
            case PingWebSocketFrame ping ->
                context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
            case TextWebSocketFrame text -> hear(context, text);
            // Anything else from a client means nothing to a server.
            default -> log.trace("Ignoring a {}", frame.getClass().getSimpleName());
        }
    }

    /** Only the very first message may tell what the client can do; what is no JSON object does not count as one. */
    private void hear(ChannelHandlerContext context, TextWebSocketFrame frame) {
        var message = parse(frame.text());
        if (heardFirst || !message.isObject()) {
            return;
        }
        heardFirst = true;
        if (message.path("type").asString("").equals("feature_flags")) {
            sockets.agree(
                    clientId,
                    context.channel(),
                    message.path("data").path("supports_preview_metadata").asBoolean(false),
                    new SelfDescription(facts).features());
        }
    }

    private static JsonNode parse(String text) {
        try {
            return PythonJson.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException | ServerTrouble e) {
            return PythonJson.array();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        forget();
        context.fireChannelInactive();
    }

    /** Once: later another socket may be registered under the same name. */
    private void forget() {
        if (!forgotten) {
            forgotten = true;
            sockets.closed(clientId);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.debug("A socket ends: {}", cause.toString());
        context.close();
    }
}
