package org.genonaut.comfyui.wire;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLHandshakeException;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.ComfyUIException.Unreachable.Reason;
import org.genonaut.comfyui.Connection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sends requests to one server, each limited in time and in the size of its answer. */
public final class Http implements AutoCloseable {

    /** The description of every node of a server with thousands of models is some 10 MB. */
    private static final long MAX_JSON_BYTES = 64L << 20;

    private final Connection connection;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    public Http(Connection connection) {
        this.connection = connection;
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                // A redirect would carry the secrets in our headers to wherever it points.
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connection.timeouts().connect())
                .executor(threads);
        Tls.context(connection.trust()).ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /** Encodes a path segment or a query's value. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Asks once more if the connection breaks: the server may have closed one that was kept for reuse. */
    public Answer get(String path) throws InterruptedException {
        return twiceIfBroken(request(path).GET().build());
    }

    private Answer twiceIfBroken(HttpRequest request) throws InterruptedException {
        try {
            return answer(request);
        } catch (ComfyUIException.Unreachable e) {
            if (e.reason() != Reason.BROKEN) {
                throw e;
            }
            return answer(request);
        }
    }

    /** Never repeated: the server may have done what was asked although its answer got lost. */
    public Answer post(String path, JsonNode body) throws InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
                .build());
    }

    /** Repeated once if the connection breaks: the same file under the same name twice is one file. */
    Answer post(String path, Multipart form) throws InterruptedException {
        var request = request(path)
                .header("Content-Type", form.contentType())
                .POST(form.body())
                .build();
        return twiceIfBroken(request);
    }

    /**
     * Streams the body of a 200 to the sink; the body of any other status is in the answer.
     *
     * @throws UncheckedIOException if the sink cannot take it
     */
    Answer stream(String path, OutputStream sink, long maxBytes, AtomicLong received) throws InterruptedException {
        var other = new ByteArrayOutputStream();
        var response = exchange(
                request(path).GET().build(),
                head -> new BoundedBody(head.statusCode() == 200 ? sink : other, maxBytes, received),
                received);
        return answer(response, other.toByteArray());
    }

    CompletableFuture<WebSocket> openWebSocket(String path, WebSocket.Listener listener) {
        var builder = client.newWebSocketBuilder()
                .connectTimeout(connection.timeouts().connect());
        connection.headers().forEach(builder::header);
        return builder.buildAsync(connection.webSocket(path), listener);
    }

    Duration connectTimeout() {
        return connection.timeouts().connect();
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdown();
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(connection.http(path));
        connection.headers().forEach(builder::header);
        return builder;
    }

    private Answer answer(HttpRequest request) throws InterruptedException {
        var body = new ByteArrayOutputStream();
        // A counter of its own: an answer in JSON has one time limit, however it trickles in.
        var response =
                exchange(request, head -> new BoundedBody(body, MAX_JSON_BYTES, new AtomicLong()), new AtomicLong());
        return answer(response, body.toByteArray());
    }

    private static Answer answer(HttpResponse<Long> response, byte[] body) {
        return new Answer(name(response.request()), response.statusCode(), mediaType(response), body);
    }

    /** Waits as long as {@code received} grows within each request timeout. */
    private HttpResponse<Long> exchange(
            HttpRequest request, HttpResponse.BodyHandler<Long> handler, AtomicLong received)
            throws InterruptedException {
        var exchange = client.sendAsync(request, handler);
        var before = 0L;
        while (true) {
            try {
                return exchange.get(connection.timeouts().request().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (received.get() == before) {
                    abort(exchange);
                    throw new ComfyUIException.Unreachable(name(request), Reason.TIMED_OUT, e);
                }
                before = received.get();
            } catch (InterruptedException e) {
                abort(exchange);
                throw e;
            } catch (ExecutionException e) {
                throw translated(request, e.getCause());
            }
        }
    }

    private static void abort(CompletableFuture<?> exchange) {
        exchange.cancel(true);
    }

    private static RuntimeException translated(HttpRequest request, @Nullable Throwable cause) {
        for (var at = cause; at != null; at = at.getCause()) {
            if (at instanceof ComfyUIException ours) {
                return ours;
            }
            if (at instanceof UncheckedIOException sink) {
                return sink;
            }
        }
        return new ComfyUIException.Unreachable(name(request), reason(cause), cause);
    }

    private static Reason reason(@Nullable Throwable cause) {
        for (var at = cause; at != null; at = at.getCause()) {
            if (at instanceof UnresolvedAddressException || at instanceof UnknownHostException) {
                return Reason.UNKNOWN_HOST;
            }
        }
        return switch (cause) {
            case HttpConnectTimeoutException slow -> Reason.NO_SERVER;
            case ConnectException refused -> Reason.NO_SERVER;
            case SSLHandshakeException distrust -> Reason.UNTRUSTED;
            case null, default -> Reason.BROKEN;
        };
    }

    private static String name(HttpRequest request) {
        return request.method() + " " + request.uri().getPath();
    }

    private static String mediaType(HttpResponse<?> response) {
        var contentType = response.headers().firstValue("Content-Type").orElse("");
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
