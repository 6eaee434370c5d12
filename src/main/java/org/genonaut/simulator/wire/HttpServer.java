package org.genonaut.simulator.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelMatcher;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketServerCompressionHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.genonaut.simulator.fault.FaultBoard;
import org.genonaut.simulator.route.Routes;
import org.genonaut.simulator.route.ServerFacts;
import org.genonaut.simulator.run.Engine;
import org.genonaut.simulator.time.SimulatorTime;
import org.jspecify.annotations.Nullable;

/** Listens on a loopback port; one thread does all, as in the server that it imitates. */
public final class HttpServer implements AutoCloseable {
    private final EventLoopGroup group;
    private final EventLoop loop;
    private final ChannelGroup connections;
    private final ServerFacts facts;
    private final FaultBoard faults;
    private final SimulatorTime time;
    private @Nullable Channel listener;

    public HttpServer(ServerFacts facts, FaultBoard faults, SimulatorTime time) {
        this.facts = facts;
        this.faults = faults;
        this.time = time;
        this.group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("simulator-" + facts.name() + "-wire", true), NioIoHandler.newFactory());
        this.loop = (EventLoop) group.next();
        this.connections = new DefaultChannelGroup(loop);
    }

    /** The one thread of this server. */
    public EventLoop loop() {
        return loop;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any that is free
     * @return the port
     * @throws UncheckedIOException if something else listens there
     */
    public synchronized int listen(int port, Routes routes, Engine engine, Sockets sockets) {
        var binding = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connections.add(channel);
                        channel.pipeline()
                                .addLast(new ConnectionFreezer(faults))
                                .addLast(new HttpServerCodec())
                                .addLast(new BodyLimit(facts.largestBody()))
                                .addLast(new RequestFaults(faults, time))
                                .addLast(new WebSocketServerCompressionHandler(0))
                                .addLast(new HttpHandler(routes, engine, sockets, facts));
                    }
                })
                .bind("127.0.0.1", port)
                .awaitUninterruptibly();
        if (!binding.isSuccess()) {
            throw new UncheckedIOException("Cannot listen at 127.0.0.1:" + port, new IOException(binding.cause()));
        }
        listener = binding.channel();
        return ((InetSocketAddress) binding.channel().localAddress()).getPort();
    }

    /** Refuses new connections. */
    public synchronized void stopListening() {
        if (listener != null) {
            listener.close().syncUninterruptibly();
            listener = null;
        }
    }

    /** Cuts every connection without a word, as if the network had gone. */
    public void cutConnections() {
        cut(connection -> true);
    }

    /** Cuts every WebSocket without a word, and leaves plain HTTP alone. */
    public void cutSockets() {
        cut(connection -> connection.pipeline().get(SocketHandler.class) != null);
    }

    /** Lets every connection stay open, and reads and answers nothing more on it. */
    public void freezeConnections() {
        loop.submit(() -> connections.forEach(connection -> {
                    var context = connection.pipeline().context(ConnectionFreezer.class);
                    ((ConnectionFreezer) context.handler()).freeze(context);
                }))
                .syncUninterruptibly();
    }

    /** On the event loop, so that no connection is cut halfway through becoming a WebSocket. */
    private void cut(ChannelMatcher which) {
        loop.submit(() -> connections.close(which))
                .syncUninterruptibly()
                .getNow()
                .awaitUninterruptibly();
    }

    @Override
    public void close() {
        stopListening();
        cutConnections();
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
