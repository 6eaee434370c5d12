package org.genonaut.comfyui.execution;

import java.util.function.Consumer;
import org.genonaut.comfyui.ExecutionListener;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.wire.ComfyUIMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener what the messages on a socket mean for one prompt, and keeps others' prompts from it. */
public final class Narrator {

    private static final Logger log = LoggerFactory.getLogger(Narrator.class);

    private final PromptId prompt;
    private final Graph graph;
    private final ProgressFold fold;
    private final ExecutionListener listener;
    private ExecutionProgress told = ExecutionProgress.queued();
    private String lastPrompt = "";

    public Narrator(PromptId prompt, Graph graph, ExecutionListener listener) {
        this.prompt = prompt;
        this.graph = graph;
        this.fold = new ProgressFold(graph);
        this.listener = listener;
    }

    public void accepted() {
        safely(ExecutionListener::accepted);
    }

    public void queued() {
        safely(to -> to.progressed(told));
    }

    void running() {
        tell(fold.running());
    }

    /** Whether the message is about our prompt. */
    boolean hear(ComfyUIMessage message) {
        if (message instanceof ComfyUIMessage.Previewed previewed) {
            return hear(previewed);
        }
        if (!message.promptId().isEmpty()) {
            lastPrompt = message.promptId();
        }
        if (!message.isAbout(prompt) && !isReminder(message)) {
            return false;
        }
        tell(fold.fold(message));
        return true;
    }

    private boolean hear(ComfyUIMessage.Previewed previewed) {
        // Without a name it belongs to the prompt that was heard of last.
        var about = previewed.promptId().isEmpty() ? lastPrompt : previewed.promptId();
        if (!about.equals(prompt.toString())) {
            return false;
        }
        safely(to -> to.previewed(previewed.preview()));
        return true;
    }

    /** Whoever connects again is told the executing node of its own prompt, without the prompt's id. */
    private boolean isReminder(ComfyUIMessage message) {
        return message instanceof ComfyUIMessage.Executing executing
                && executing.promptId().isEmpty()
                && graph.nodes().containsKey(executing.node());
    }

    private void tell(ExecutionProgress progress) {
        if (!progress.equals(told)) {
            told = progress;
            safely(to -> to.progressed(progress));
        }
    }

    private void safely(Consumer<ExecutionListener> call) {
        try {
            call.accept(listener);
        } catch (RuntimeException e) {
            log.warn("The listener of prompt {} failed", prompt, e);
        }
    }
}
