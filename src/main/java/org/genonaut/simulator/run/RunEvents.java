package org.genonaut.simulator.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.genonaut.simulator.event.EventSink;
import org.genonaut.simulator.event.Owner;
import org.genonaut.simulator.event.Preview;
import org.genonaut.simulator.event.PreviewStage;
import org.genonaut.simulator.event.Recipient;
import org.genonaut.simulator.graph.NodeTypes;
import org.genonaut.simulator.image.Frame;
import org.genonaut.simulator.node.NodeFailure;
import org.genonaut.simulator.node.NodeOutcome;
import org.genonaut.simulator.protocol.Dialect;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.queue.PromptItem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells of one run: each event to those who may hear it, and those that the history keeps in its messages too. */
final class RunEvents {
    private final PromptItem item;
    private final Owner owner;
    private final EventSink events;
    private final Progress progress;
    private final FailureReport reports;
    private final ArrayNode messages = PythonJson.array();
    private final List<String> executed = new ArrayList<>();
    private final Set<String> shown = new LinkedHashSet<>();

    RunEvents(PromptItem item, EventSink events, Dialect dialect, NodeTypes types) {
        this.item = item;
        this.owner = item.owner();
        this.events = events;
        this.progress = new Progress(item.id(), dialect);
        this.reports = new FailureReport(item, types, executed);
    }

    ArrayNode messages() {
        return messages;
    }

    /** The nodes whose output was told of in this run, from the cache or not. */
    Set<String> shown() {
        return shown;
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
    void step(String node, int step, int steps, Optional<Supplier<Frame>> drawing) {
        var preview = drawing.map(draw -> preview(node, draw.get()));
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

    void text(String node, String text) {
        events.text(owner.orEveryone(), node, text);
    }

    void nodeFromCache(String node, NodeOutcome outcome) {
        outcome.shown().ifPresent(output -> {
            shown.add(node);
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

    void interrupted(String node) {
        message("execution_interrupted", reports.endAt(node), owner.orEveryone());
    }

    void failed(String node, NodeFailure failure) {
        message("execution_error", reports.failure(node, failure), owner.only());
    }

    /** Looks like a failure, but the prompt goes on, and the history does not know of it. */
    void blocked(String node, String message) {
        events.event(owner.only(), "execution_error", reports.blocked(node, message));
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

    private Preview preview(String node, Frame frame) {
        return new Preview(
                frame,
                PythonJson.object()
                        .put("node_id", node)
                        .put("prompt_id", item.id())
                        .put("display_node_id", node)
                        .putNull("parent_node_id")
                        .put("real_node_id", node)
                        .put("image_type", frame.format().mediaType()));
    }
}
