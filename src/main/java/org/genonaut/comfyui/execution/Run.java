package org.genonaut.comfyui.execution;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.wire.ComfyUIMessage;
import org.genonaut.comfyui.wire.Inbox;
import org.genonaut.comfyui.wire.Messages;
import org.jspecify.annotations.Nullable;

/** One execution of this process that is going on: what others tell the thread that follows it. */
public final class Run implements Messages {

    private final PromptId prompt;
    private final Inbox inbox = new Inbox();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean released = new AtomicBoolean();

    public Run(PromptId prompt) {
        this.prompt = prompt;
    }

    public PromptId prompt() {
        return prompt;
    }

    public Inbox inbox() {
        return inbox;
    }

    public boolean isCancelled() {
        return cancelled.get();
    }

    public void cancel() {
        cancelled.set(true);
    }

    /** Has the follower look at once instead of waiting for the server to tell. */
    public void lookNow() {
        inbox.put(new ComfyUIMessage.Ended(prompt.toString()));
    }

    /** Lets go of the execution, which goes on at the server. */
    public void release() {
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
