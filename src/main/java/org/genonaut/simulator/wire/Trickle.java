package org.genonaut.simulator.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.genonaut.simulator.time.SimulatorTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the body of an answer bit by bit. */
final class Trickle {
    private static final Logger log = LoggerFactory.getLogger(Trickle.class);
    private static final int PARTS_PER_SECOND = 10;

    private final ChannelHandlerContext context;
    private final SimulatorTime time;
    private final int bytesPerSecond;
    private Duration due;

    Trickle(ChannelHandlerContext context, SimulatorTime time, int bytesPerSecond) {
        this.context = context;
        this.time = time;
        this.bytesPerSecond = bytesPerSecond;
        this.due = time.now();
    }

    void write(FullHttpResponse response, ChannelPromise promise) {
        context.channel().config().setAutoRead(false);
        context.writeAndFlush(
                new DefaultHttpResponse(response.protocolVersion(), response.status(), response.headers()));
        writeNext(response.content(), promise);
    }

    private void writeNext(ByteBuf rest, ChannelPromise promise) {
        var size = Math.min(rest.readableBytes(), Math.max(1, bytesPerSecond / PARTS_PER_SECOND));
        if (!context.channel().isActive()) {
            rest.release();
        } else if (size == rest.readableBytes()) {
            context.writeAndFlush(new DefaultLastHttpContent(rest), promise);
            context.channel().config().setAutoRead(true);
        } else {
            context.writeAndFlush(new DefaultHttpContent(rest.readRetainedSlice(size)));
            due = due.plus(Duration.ofNanos(size * 1_000_000_000L / bytesPerSecond));
            time.later(due.minus(time.now()), () -> goOn(rest, promise));
        }
    }

    private void goOn(ByteBuf rest, ChannelPromise promise) {
        try {
            context.executor().execute(() -> writeNext(rest, promise));
        } catch (RejectedExecutionException e) {
            log.debug("The server has ended in the middle of an answer");
            rest.release();
        }
    }
}
