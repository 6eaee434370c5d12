package org.genonaut.simulator.wire;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import org.genonaut.simulator.route.Answer;

/** Gathers the body of a request and refuses one that is too large. */
final class BodyLimit extends HttpObjectAggregator {
    private final int limit;

    BodyLimit(int limit) {
        super(limit);
        this.limit = limit;
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        var text = "Maximum request body size %d exceeded, actual body size %d"
                .formatted(limit, HttpUtil.getContentLength(oversized, limit + 1L));
        var answer =
                Answer.text(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, text).with("Connection", "close");
        context.writeAndFlush(answer.toResponse()).addListener(ChannelFutureListener.CLOSE);
    }
}
