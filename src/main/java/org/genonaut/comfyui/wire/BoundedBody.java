package org.genonaut.comfyui.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.genonaut.comfyui.ComfyUIException;
import org.jspecify.annotations.Nullable;

/** Writes an answer to a sink while it arrives, and stops it when it grows too large. */
final class BoundedBody implements BodySubscriber<Long> {

    private final OutputStream sink;
    private final long maxBytes;
    private final AtomicLong received;
    private final CompletableFuture<Long> complete = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    BoundedBody(OutputStream sink, long maxBytes, AtomicLong received) {
        this.sink = sink;
        this.maxBytes = maxBytes;
        this.received = received;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return complete;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (complete.isDone()) {
            return;
        }
        try {
            for (var buffer : buffers) {
                write(buffer);
            }
        } catch (IOException e) {
            stop(new UncheckedIOException(e));
        } catch (ComfyUIException e) {
            stop(e);
        }
    }

    private void stop(RuntimeException e) {
        complete.completeExceptionally(e);
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private void write(ByteBuffer buffer) throws IOException {
        if (received.addAndGet(buffer.remaining()) > maxBytes) {
            throw ComfyUIException.TooLarge.answer(maxBytes);
        }
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        sink.write(bytes);
    }

    @Override
    public void onError(Throwable fault) {
        complete.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        complete.complete(received.get());
    }
}
