package org.genonaut.simulator.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.fault.FaultBoard;

/** Stands between a connection and all else; once it is frozen, nothing goes through in either direction. */
final class ConnectionFreezer extends ChannelDuplexHandler {
    private final FaultBoard faults;
    private boolean frozen;

    ConnectionFreezer(FaultBoard faults) {
        this.faults = faults;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (faults.next(Fault.HalfOpenTcp.class).isPresent()) {
            freeze(context);
        }
        context.fireChannelActive();
    }

    /** To be called on the event loop. */
    void freeze(ChannelHandlerContext context) {
        frozen = true;
        context.channel().config().setAutoRead(false);
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (!frozen) {
            context.read();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (frozen) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    /** The promise is never kept: whoever waits for it to close the connection shall not. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (frozen) {
            ReferenceCountUtil.release(message);
        } else {
            context.write(message, promise);
        }
    }
}
