package org.genonaut.comfyui.wire;

import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.genonaut.comfyui.ClientId;
import org.genonaut.comfyui.Pace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The socket on which a server tells how one execution goes on. Everything about it may fail without harm: it is not
 * opened again, and whoever misses it asks by HTTP.
 */
public final class ProgressSocket implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ProgressSocket.class);

    /** Must be the first thing that a client says; then previews name their prompt. */
    private static final String FEATURES = "{\"type\":\"feature_flags\",\"data\":{\"supports_preview_metadata\":true}}";

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final @Nullable WebSocket socket;
    private final Pace pace;
    private final Time time;
    private Duration lastPing;

    private ProgressSocket(@Nullable WebSocket socket, Pace pace, Time time) {
        this.socket = socket;
        this.pace = pace;
        this.time = time;
        this.lastPing = time.now();
    }

    /** Waits until the server listens, or until the connection's time limit is over. */
    public static ProgressSocket open(Http http, ClientId client, Pace pace, Time time, Consumer<ComfyUIMessage> handOn)
            throws InterruptedException {
        var opening = http.openWebSocket("/ws?clientId=" + client, new FrameReader(handOn));
        var ready = opening.thenCompose(open -> open.sendText(FEATURES, true));
        try {
            return new ProgressSocket(ready.get(http.connectTimeout().toNanos(), TimeUnit.NANOSECONDS), pace, time);
        } catch (ExecutionException | TimeoutException e) {
            var why = e.getCause() == null ? e : e.getCause();
            log.info("No progress socket for client {}, polling instead: {}", client, sentence(why));
            logFault(opening.whenComplete((open, fault) -> abort(open)));
            return none(pace, time);
        } catch (InterruptedException e) {
            logFault(opening.whenComplete((open, fault) -> abort(open)));
            throw e;
        }
    }

    private static String sentence(Throwable why) {
        return why instanceof WebSocketHandshakeException refused
                ? "the upgrade was answered with " + refused.getResponse().statusCode()
                : why.toString();
    }

    /** Stands in where there is none. */
    public static ProgressSocket none(Pace pace, Time time) {
        return new ProgressSocket(null, pace, time);
    }

    private static void abort(@Nullable WebSocket open) {
        if (open != null) {
            open.abort();
        }
    }

    /** Pings if it is time to. */
    public void keepAlive() {
        if (socket == null || socket.isOutputClosed()) {
            return;
        }
        if (time.now().minus(lastPing).compareTo(pace.ping()) >= 0) {
            lastPing = time.now();
            logFault(socket.sendPing(ByteBuffer.allocate(0)));
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            logFault(socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((closed, fault) -> socket.abort()));
        }
    }

    private static void logFault(CompletableFuture<WebSocket> sending) {
        sending.whenComplete((sent, fault) -> {
            if (fault != null) {
                log.debug("A progress socket is broken: {}", fault.toString());
            }
        });
    }
}
