package org.genonaut.comfyui.wire;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the parts of frames and hands whole messages on. It always asks for more at once: a client that stops reading
 * stops the events of all clients of a ComfyUI.
 */
final class FrameReader implements WebSocket.Listener {

    private static final Logger log = LoggerFactory.getLogger(FrameReader.class);

    /** Frames beyond this are skipped: no preview and no progress is that large. */
    private static final int MAX_FRAME = 16 << 20;

    private final Consumer<ComfyUIMessage> handOn;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private boolean skipping;

    FrameReader(Consumer<ComfyUIMessage> handOn) {
        this.handOn = handOn;
    }

    @Override
    public void onOpen(WebSocket socket) {
        socket.request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        if (fits(text.length() + part.length())) {
            text.append(part);
        }
        if (last) {
            if (!skipping) {
                take(Frames.text(text.toString()));
            }
            forget();
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
        if (fits(binary.size() + part.remaining())) {
            var bytes = new byte[part.remaining()];
            part.get(bytes);
            binary.writeBytes(bytes);
        }
        if (last) {
            if (!skipping) {
                take(Frames.binary(ByteBuffer.wrap(binary.toByteArray())));
            }
            forget();
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        log.debug("The server closed a progress socket with {}", status);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable fault) {
        log.debug("A progress socket broke: {}", fault.toString());
    }

    private boolean fits(int size) {
        skipping |= size > MAX_FRAME;
        return !skipping;
    }

    private void take(ComfyUIMessage message) {
        if (message instanceof ComfyUIMessage.Unknown(var type)) {
            log.trace("Ignoring a message of type {}", type);
        } else {
            handOn.accept(message);
        }
    }

    private void forget() {
        text.setLength(0);
        binary.reset();
        skipping = false;
    }
}
