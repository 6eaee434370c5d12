package org.genonaut.comfyui;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers each request as it was told to, also as no ComfyUI would: broken, late, with a proxy's page.
 * It refuses WebSockets unless it is told to open them; what it says there is up to the test.
 */
public final class StandIn implements AutoCloseable {

    public static final Pace FAST = new Pace(
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(10),
            Duration.ofMillis(300),
            Duration.ofMillis(30),
            Duration.ofMillis(5));

    /** Asks by HTTP so rarely that only the socket can bring anything on. */
    public static final Pace SOCKET_ONLY = new Pace(
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofMillis(5),
            Duration.ofMillis(5),
            Duration.ofMillis(5),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofMillis(5));

    static final Reply EMPTY_QUEUE = Reply.json("{\"queue_running\":[],\"queue_pending\":[]}");
    static final Reply NO_HISTORY = Reply.json("{}");

    private final @Nullable SslContext tls;
    private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel server;
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<HttpHeaders> headers = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Channel> sockets = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private volatile boolean opensSockets;

    /** What to answer: a response, a broken connection, or nothing at all. */
    public sealed interface Reply {

        record Response(int status, String contentType, byte[] body) implements Reply {}

        record Break() implements Reply {}

        record Silence() implements Reply {}

        static Reply json(String body) {
            return json(200, body);
        }

        static Reply json(int status, String body) {
            return new Response(status, "application/json; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
        }

        static Reply page(int status) {
            return new Response(status, "text/html", "<html><h1>Sign in</h1></html>".getBytes(StandardCharsets.UTF_8));
        }

        static Reply bytes(String contentType, byte[] body) {
            return new Response(200, contentType, body);
        }

        static Reply empty(int status) {
            return new Response(status, "application/octet-stream", new byte[0]);
        }

        static Reply broken() {
            return new Break();
        }

        static Reply never() {
            return new Silence();
        }
    }

    public StandIn() {
        this(null);
    }

    /** @param tls with which to speak https, or null for http */
    StandIn(@Nullable SslContext tls) {
        this.tls = tls;
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (tls != null) {
                            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                        }
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), new Requests());
                    }
                })
                .bind(address)
                .syncUninterruptibly()
                .channel();
    }

    /** Answers this request, such as {@code GET /queue}, with one reply after the other; the last one stays. */
    public StandIn on(String request, Reply... answers) {
        replies.put(request, new ArrayDeque<>(Arrays.asList(answers)));
        return this;
    }

    public StandIn opensSockets() {
        opensSockets = true;
        return this;
    }

    /** The next socket that a client opens. */
    public Channel socket() throws InterruptedException {
        return sockets.take();
    }

    /** What a client says next on a socket. */
    public String heard() throws InterruptedException {
        return heard.take();
    }

    static void say(Channel socket, String text) {
        socket.writeAndFlush(new TextWebSocketFrame(text)).syncUninterruptibly();
    }

    static void say(Channel socket, byte[] bytes) {
        socket.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)))
                .syncUninterruptibly();
    }

    /** Every request in order: method, path with query, and body. */
    public List<String> requests() {
        return requests;
    }

    /** The headers of every request in the same order. */
    public List<HttpHeaders> headers() {
        return headers;
    }

    long count(String request) {
        return requests.stream().filter(seen -> seen.startsWith(request)).count();
    }

    public Connection connection() {
        var port = ((InetSocketAddress) server.localAddress()).getPort();
        return Connection.to(URI.create((tls == null ? "http" : "https") + "://127.0.0.1:" + port + "/comfy/"))
                .withHeader("X-Key", "secret")
                .withTimeouts(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofMinutes(10)));
    }

    @Override
    public void close() {
        if (threads.isShuttingDown()) {
            return;
        }
        server.close().syncUninterruptibly();
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private final class Requests extends SimpleChannelInboundHandler<FullHttpRequest> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            var target = request.uri().substring("/comfy".length());
            requests.add(
                    request.method() + " " + target + " " + request.content().toString(StandardCharsets.UTF_8));
            headers.add(request.headers().copy());
            if (opensSockets && target.startsWith("/ws")) {
                open(context, request);
            } else {
                answer(context, reply(request.method() + " " + target.split("\\?", 2)[0]));
            }
        }

        private void open(ChannelHandlerContext context, FullHttpRequest request) {
            var handshaker = new WebSocketServerHandshakerFactory("/ws", null, false).newHandshaker(request);
            handshaker.handshake(context.channel(), request).addListener((ChannelFutureListener) opened -> {
                context.pipeline().replace(this, "frames", new Frames());
                sockets.add(opened.channel());
            });
        }

        private Reply reply(String request) {
            var waiting = replies.get(request);
            if (waiting == null) {
                return Reply.empty(404);
            }
            synchronized (waiting) {
                return waiting.size() > 1 ? waiting.removeFirst() : waiting.getFirst();
            }
        }

        private void answer(ChannelHandlerContext context, Reply reply) {
            switch (reply) {
                case Reply.Response(var status, var contentType, var body) -> {
                    var response = new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
                    response.headers().set("Content-Type", contentType).set("Content-Length", body.length);
                    context.writeAndFlush(response);
                }
                case Reply.Break broken -> context.close();
                case Reply.Silence silence -> {}
            }
        }
    }

    private final class Frames extends SimpleChannelInboundHandler<WebSocketFrame> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            heard.add(
                    frame instanceof TextWebSocketFrame text
                            ? text.text()
                            : frame.getClass().getSimpleName());
        }
    }
}
