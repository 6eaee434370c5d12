package org.genonaut.simulator.run;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.genonaut.simulator.graph.PythonJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells of one run: each event to those who may hear it, and those that the history keeps in its messages too. */
final class RunEvents {
    private final PromptItem item;
    private final Owner owner;
    private final EventSink events;
    private final Progress progress;
    private final ArrayNode messages = PythonJson.array();
    private final List<String> executed = new ArrayList<>();

    RunEvents(PromptItem item, EventSink events) {
        this.item = item;
        this.owner = item.owner();
        this.events = events;
        this.progress = new Progress(item.id());
    }

    ArrayNode messages() {
        return messages;
    }

    void started() {
        message("execution_start", about(), owner.only());
    }

    void cached(List<String> nodes) {
        var data = PythonJson.object();
        data.set("nodes", PythonJson.array(nodes));
        message("execution_cached", data.put("prompt_id", item.id()), owner.only());
    }

    void succeeded() {
        message("execution_success", about(), owner.only());
    }

    void nodeRuns(String node) {
        progress.running(node);
        tellProgress();
        events.event(
                owner.only(),
                "executing",
                PythonJson.object().put("node", node).put("display_node", node).put("prompt_id", item.id()));
    }

    /** A preview with metadata goes out before the step is told, a bare one after it. */
    void step(String node, int step, int steps, Optional<Supplier<BufferedImage>> drawing) {
        var preview = drawing.map(draw -> new Preview(Jpeg.encode(draw.get()), aboutPreview(node)));
        progress.step(node, step, steps);
        tellProgress();
        var to = owner.orEveryone();
        preview.ifPresent(image -> events.preview(to, image, PreviewStage.WITH_METADATA));
        events.event(
                to,
                "progress",
                PythonJson.object()
                        .put("value", step)
                        .put("max", steps)
                        .put("prompt_id", item.id())
                        .put("node", node));
        preview.ifPresent(image -> events.preview(to, image, PreviewStage.BARE));
    }

    void nodeFromCache(String node, NodeOutcome outcome) {
        outcome.shown().ifPresent(output -> {
            var data = PythonJson.object().put("node", node).put("display_node", node);
            data.set("output", output);
            events.event(owner.only(), "executed", data.put("prompt_id", item.id()));
        });
        progress.finished(node);
        tellProgress();
    }

    void nodeHasRun(String node, NodeOutcome outcome) {
        nodeFromCache(node, outcome);
        executed.add(node);
    }

    /** The owner is told of an error that is none: nothing of it is kept, and the run goes on to its success. */
    void nodeBlocked(String node, String reason) {
        var data = aboutEndAt(node)
                .put("exception_message", "Execution Blocked: " + reason)
                .put("exception_type", "ExecutionBlocked");
        data.putArray("traceback");
        data.putArray("current_inputs");
        data.putArray("current_outputs");
        events.event(owner.only(), "execution_error", data);
        progress.finished(node);
        tellProgress();
    }

    void interrupted(String node) {
        message("execution_interrupted", aboutEndAt(node), owner.orEveryone());
    }

    void failed(String node, NodeFailure failure) {
        var data = aboutEndAt(node)
                .put("exception_message", failure.message())
                .put("exception_type", failure.exceptionType());
        data.putArray("traceback").add("  File \"execution.py\", line 496, in execute\n");
        data.set("current_inputs", currentInputs(node));
        data.set("current_outputs", PythonJson.array(item.graph().propertyNames()));
        message("execution_error", data, owner.only());
    }

    private void tellProgress() {
        events.event(owner.orEveryone(), "progress_state", progress.describe());
    }

    private void message(String type, ObjectNode data, Recipient to) {
        data.put("timestamp", System.currentTimeMillis());
        messages.addArray().add(type).add(data);
        events.event(to, type, data);
    }

    private ObjectNode about() {
        return PythonJson.object().put("prompt_id", item.id());
    }

    private ObjectNode aboutEndAt(String node) {
        var data = about().put("node_id", node).put("node_type", item.classOf(node));
        data.set("executed", PythonJson.array(executed));
        return data;
    }

    private ObjectNode currentInputs(String node) {
        var inputs = PythonJson.object();
        item.inputsOf(node)
                .propertyStream()
                .forEach(input -> inputs.putArray(input.getKey())
                        .add(
                                Link.of(input.getValue()).isPresent()
                                        ? "tensor(...)"
                                        : input.getValue().asString()));
        return inputs;
    }

    private ObjectNode aboutPreview(String node) {
        return PythonJson.object()
                .put("node_id", node)
                .put("prompt_id", item.id())
                .put("display_node_id", node)
                .putNull("parent_node_id")
                .put("real_node_id", node)
                .put("image_type", "image/jpeg");
    }
}
