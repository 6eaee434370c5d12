package org.genonaut.comfyui.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.genonaut.comfyui.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    private final List<ComfyUIMessage> read = new ArrayList<>();
    private final FrameReader reader = new FrameReader(read::add);
    private final QuietSocket socket = new QuietSocket();

    @Test
    void asksForEverythingAtOnceSoThatItNeverStallsTheServer() {
        reader.onOpen(socket);

        assertThat(socket.requested).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void joinsThePartsOfAText() {
        reader.onText(socket, "{\"type\":\"execution_start\",", false);
        reader.onText(socket, "\"data\":{\"prompt_id\":\"p\"}}", true);

        assertThat(read).containsExactly(new ComfyUIMessage.Started("p"));
    }

    @Test
    void joinsThePartsOfAPreview() {
        var frame = Recorded.bytes("frames/preview-type1.bin");
        reader.onBinary(socket, ByteBuffer.wrap(Arrays.copyOfRange(frame, 0, 5)), false);
        reader.onBinary(socket, ByteBuffer.wrap(Arrays.copyOfRange(frame, 5, 3000)), false);
        reader.onBinary(socket, ByteBuffer.wrap(Arrays.copyOfRange(frame, 3000, frame.length)), true);

        assertThat(read)
                .singleElement()
                .isInstanceOfSatisfying(
                        ComfyUIMessage.Previewed.class,
                        previewed -> assertThat(previewed.preview().bytes()).hasSize(frame.length - 8));
    }

    @Test
    void skipsWhatItDoesNotKnow() {
        reader.onText(socket, "{\"type\":\"crystools.monitor\",\"data\":{}}", true);
        reader.onText(socket, "garbage", true);
        reader.onBinary(socket, ByteBuffer.wrap(new byte[] {0, 0, 0, 99, 0, 0, 0, 0, 1}), true);

        assertThat(read).isEmpty();
    }

    @Test
    void skipsAFrameOfAnAbsurdSizeAndReadsTheNext() {
        var megabyte = "x".repeat(1 << 20);
        for (var part = 0; part < 40; part++) {
            reader.onText(socket, megabyte, false);
        }
        reader.onText(socket, "", true);
        reader.onText(socket, "{\"type\":\"execution_start\",\"data\":{\"prompt_id\":\"p\"}}", true);

        assertThat(read).containsExactly(new ComfyUIMessage.Started("p"));
    }

    private static final class QuietSocket implements WebSocket {

        private long requested;

        @Override
        public void request(long n) {
            requested += n;
        }

        @Override
        public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public @Nullable String getSubprotocol() {
            return null;
        }

        @Override
        public boolean isOutputClosed() {
            return false;
        }

        @Override
        public boolean isInputClosed() {
            return false;
        }

        @Override
        public void abort() {}
    }
}
