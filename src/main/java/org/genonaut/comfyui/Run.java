package org.genonaut.comfyui;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One execution of this process that is going on: what others tell the thread that follows it. */
final class Run implements Messages {

    private final PromptId prompt;
    private final Inbox inbox = new Inbox();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean released = new AtomicBoolean();

    Run(PromptId prompt) {
        this.prompt = prompt;
    }

    PromptId prompt() {
        return prompt;
    }

    Inbox inbox() {
        return inbox;
    }

    boolean isCancelled() {
        return cancelled.get();
    }

    void cancel() {
        cancelled.set(true);
    }

    /** Has the follower look at once instead of waiting for the server to tell. */
    void lookNow() {
        inbox.put(new ComfyUIMessage.Ended(prompt.toString()));
    }

    /** Lets go of the execution, which goes on at the server. */
    void release() {
        released.set(true);
        lookNow();
    }

    @Override
    public @Nullable ComfyUIMessage next(Duration patience) throws InterruptedException {
        if (released.get()) {
            throw new InterruptedException("The client of prompt " + prompt + " was closed");
        }
        return inbox.next(patience);
    }
}
