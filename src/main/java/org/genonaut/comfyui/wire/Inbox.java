package org.genonaut.comfyui.wire;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages between the socket, which must never wait, and the thread that executes, which may. When that thread
 * is slow, previews are left out first, then the oldest messages: all of them are only hints.
 */
public final class Inbox implements Messages {

    private static final int CAPACITY = 1_000;
    private static final int ROOM_FOR_PREVIEWS = 20;

    private final BlockingQueue<ComfyUIMessage> waiting = new LinkedBlockingQueue<>(CAPACITY);

    public void put(ComfyUIMessage message) {
        if (message instanceof ComfyUIMessage.Previewed && waiting.size() >= ROOM_FOR_PREVIEWS) {
            return;
        }
        while (!waiting.offer(message)) {
            waiting.poll();
        }
    }

    @Override
    public @Nullable ComfyUIMessage next(Duration patience) throws InterruptedException {
        return waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
