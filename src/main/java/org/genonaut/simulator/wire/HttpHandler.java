package org.genonaut.simulator.wire;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.genonaut.simulator.route.Answer;
import org.genonaut.simulator.route.Request;
import org.genonaut.simulator.route.Routes;
import org.genonaut.simulator.route.ServerFacts;
import org.genonaut.simulator.run.Engine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the requests of one connection, one after the other, until it becomes a WebSocket. */
final class HttpHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger log = LoggerFactory.getLogger(HttpHandler.class);
    private static final int LARGEST_MESSAGE = 4 * 1024 * 1024;

    private final Routes routes;
    private final Engine engine;
    private final Sockets sockets;
    private final ServerFacts facts;

    HttpHandler(Routes routes, Engine engine, Sockets sockets, ServerFacts facts) {
        this.routes = routes;
        this.engine = engine;
        this.sockets = sockets;
        this.facts = facts;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest http) {
        if (http.decoderResult().isFailure()) {
            respond(context, http, Answer.text(HttpResponseStatus.BAD_REQUEST, "400: Bad Request"));
            return;
        }
        var request = Request.of(http);
        if (!OriginCheck.allows(request, facts.dialect())) {
            respond(context, http, Answer.empty(HttpResponseStatus.FORBIDDEN));
        } else if (request.path().equals(List.of("ws")) && http.method().name().equals("GET")) {
            openSocket(context, request);
        } else {
            respond(context, http, answer(request));
        }
    }

    private Answer answer(Request request) {
        try {
            return routes.answer(request);
        } catch (RuntimeException e) {
            log.warn("A simulated route broke", e);
            return Answer.trouble();
        }
    }

    private static void respond(ChannelHandlerContext context, FullHttpRequest http, Answer answer) {
        var response = answer.toResponse();
        response.headers()
                .set("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)))
                .set("Server", "genonaut-simulator");
        var keepAlive = HttpUtil.isKeepAlive(http) && !answer.closesConnection();
        var written = context.writeAndFlush(response);
        if (!keepAlive) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void openSocket(ChannelHandlerContext context, Request request) {
        var http = request.http();
        if (!"websocket".equalsIgnoreCase(request.header("Upgrade").orElse(""))) {
            var text = "No WebSocket UPGRADE hdr: None\n Can \"Upgrade\" only to \"WebSocket\".";
            respond(context, http, Answer.text(HttpResponseStatus.BAD_REQUEST, text));
            return;
        }
        var handshaker = new WebSocketServerHandshakerFactory("ws://simulator/ws", null, true, LARGEST_MESSAGE)
                .newHandshaker(http);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel());
            return;
        }
        var clientId = request.parameter("clientId")
                .filter(id -> !id.isEmpty())
                .orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
        handshaker.handshake(context.channel(), http);
        context.pipeline()
                .addLast(new WebSocketFrameAggregator(LARGEST_MESSAGE))
                .addLast(new SocketHandler(clientId, sockets, facts, handshaker))
                .remove(this);
        sockets.open(clientId, context.channel(), engine.status(), engine.runningNodeOf(clientId));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.debug("A connection ends: {}", cause.toString());
        context.close();
    }
}
