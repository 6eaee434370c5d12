package org.genonaut.comfyui.execution;

import java.util.Optional;
import org.genonaut.comfyui.PromptId;

/** What a server itself says about its prompts. The only truth there is: a prompt in neither is lost. */
public interface ServerRecords {

    /** Empty for a prompt that waits, runs, was deleted while it waited, or is unknown. */
    Optional<HistoryEntry> history(PromptId prompt) throws InterruptedException;

    QueueSnapshot queue() throws InterruptedException;

    default Whereabouts find(PromptId prompt) throws InterruptedException {
        var finished = history(prompt);
        if (finished.isPresent()) {
            return new Whereabouts.Finished(finished.get());
        }
        var queue = queue();
        if (queue.holds(prompt)) {
            return new Whereabouts.Queued(queue);
        }
        // It may have finished between the two questions.
        return history(prompt).<Whereabouts>map(Whereabouts.Finished::new).orElseGet(Whereabouts.Absent::new);
    }

    /** Where a prompt is on its server. */
    sealed interface Whereabouts {

        record Finished(HistoryEntry entry) implements Whereabouts {}

        /** Waiting or running. */
        record Queued(QueueSnapshot queue) implements Whereabouts {}

        record Absent() implements Whereabouts {}
    }
}
