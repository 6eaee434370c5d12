package org.genonaut.comfyui.execution;

import java.util.regex.Pattern;
import org.genonaut.comfyui.ExecutionResult;

/** Decides from a server's history how a prompt ended. */
public final class Outcome {

    /** Newer versions of torch, and devices other than CUDA's, have no class of their own for it. */
    private static final Pattern OUT_OF_MEMORY = Pattern.compile("(?i)\\bout of memory\\b|^Allocation on device");

    private Outcome() {}

    public static ExecutionResult of(HistoryEntry entry) {
        if (entry.succeeded()) {
            return entry.images().isEmpty()
                    ? new ExecutionResult.NothingProduced()
                    : new ExecutionResult.Success(entry.images(), entry.cached(), entry.elapsed());
        }
        // An interrupt is an "error" too; only its message tells.
        if (entry.interrupted()) {
            return new ExecutionResult.Interrupted();
        }
        return entry.fault()
                .map(fault -> failure(fault, entry.graph()))
                .orElseGet(() -> new ExecutionResult.NodeFailed("", "", "ComfyUI reports an error without a reason"));
    }

    private static ExecutionResult.Failure failure(HistoryEntry.Fault fault, Graph graph) {
        var message = Evidence.about(graph).message(fault.message());
        if (fault.exceptionType().endsWith("OutOfMemoryError")
                || OUT_OF_MEMORY.matcher(message).find()) {
            return new ExecutionResult.OutOfMemory(message);
        }
        // A missing picture for a LoadImage is no missing model.
        if (fault.exceptionType().equals("FileNotFoundError")
                && fault.nodeType().contains("Loader")) {
            return modelMissing(fault, graph, message);
        }
        return new ExecutionResult.NodeFailed(fault.nodeType(), fault.exceptionType(), message);
    }

    private static ExecutionResult.ModelMissing modelMissing(HistoryEntry.Fault fault, Graph graph, String message) {
        var models = graph.models(fault.nodeId());
        // A node with several models names the missing one in its message.
        return models.stream()
                .filter(model -> message.contains(model.file()))
                .findFirst()
                .or(() -> models.stream().findFirst())
                .map(model -> new ExecutionResult.ModelMissing(model.file(), model.name(), message))
                .orElseGet(() -> new ExecutionResult.ModelMissing("", "", message));
    }
}
