package org.genonaut.comfyui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** An execution in a thread of its own. */
public final class Background {

    public interface Task {
        ExecutionResult run() throws InterruptedException;
    }

    private final CompletableFuture<ExecutionResult> result = new CompletableFuture<>();
    private final Thread thread;

    private Background(Task task) {
        thread = Thread.ofVirtual().start(() -> {
            try {
                result.complete(task.run());
            } catch (InterruptedException | RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
    }

    public static Background start(Task task) {
        return new Background(task);
    }

    public ExecutionResult result() throws InterruptedException, ExecutionException {
        return result.get();
    }

    /** What it threw instead of a result. */
    Throwable fault() throws InterruptedException, ExecutionException {
        return result.handle((ended, fault) -> fault).get();
    }

    void interrupt() {
        thread.interrupt();
    }
}
