package org.genonaut.simulator;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A WebSocket that keeps what it hears. */
final class TestSocket implements AutoCloseable {
    private final Recorder recorder;
    private final WebSocket socket;

    private TestSocket(Recorder recorder, WebSocket socket) {
        this.recorder = recorder;
        this.socket = socket;
    }

    /** A message: JSON, or bytes. */
    record Heard(String text, JsonNode message, byte[] frame) {
        String type() {
            return frame.length > 0 ? "binary" : message.get("type").stringValue();
        }

        JsonNode data() {
            return message.get("data");
        }

        boolean isEndOf(String promptId) {
            return type().equals("executing")
                    && data().path("node").isNull()
                    && data().path("prompt_id").asString("").equals(promptId);
        }
    }

    static TestSocket open(HttpClient http, URI url, String clientId) {
        return openAt(http, URI.create("ws://127.0.0.1:" + url.getPort() + "/ws?clientId=" + clientId));
    }

    static TestSocket openAt(HttpClient http, URI address) {
        var recorder = new Recorder();
        return new TestSocket(
                recorder,
                http.newWebSocketBuilder().buildAsync(address, recorder).join());
    }

    Heard next() {
        try {
            var next = recorder.heard.poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("Nothing more is heard");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All messages up to and with the first of a kind. */
    List<Heard> until(Predicate<Heard> last) {
        var messages = new ArrayList<Heard>();
        do {
            messages.add(next());
        } while (!last.test(messages.getLast()));
        return messages;
    }

    List<Heard> untilEndOf(String promptId) {
        return until(message -> message.isEndOf(promptId));
    }

    List<Heard> untilRemaining(int count) {
        return until(message -> message.type().equals("status")
                && message.data().at("/status/exec_info/queue_remaining").intValue() == count);
    }

    /** The types of what was heard and not yet asked for. */
    List<String> unheard() {
        return recorder.heard.stream().map(Heard::type).toList();
    }

    void say(String message) {
        socket.sendText(message, true).join();
    }

    /** Sends a ping and waits for the answer: what the server sent before it has been heard then. */
    void awaitPong() {
        socket.sendPing(ByteBuffer.allocate(0)).join();
        recorder.pongs.acquireUninterruptibly();
    }

    /** The code of the closing, once it has closed. */
    int endCode() {
        return recorder.ended.orTimeout(20, TimeUnit.SECONDS).join();
    }

    boolean hasEnded() {
        return recorder.ended.isDone();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        endCode();
    }

    private static final class Recorder implements WebSocket.Listener {
        private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> ended = new CompletableFuture<>();
        private final Semaphore pongs = new Semaphore(0);
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream binary = new ByteArrayOutputStream();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard.add(new Heard(text.toString(), TestClient.JSON.readTree(text.toString()), new byte[0]));
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            var part = new byte[data.remaining()];
            data.get(part);
            binary.writeBytes(part);
            if (last) {
                heard.add(new Heard("", TestClient.JSON.createObjectNode(), binary.toByteArray()));
                binary.reset();
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
            pongs.release();
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            ended.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            ended.complete(1006);
        }
    }
}
