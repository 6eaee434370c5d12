package org.genonaut.simulator.run;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.genonaut.simulator.graph.PythonJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One run of one prompt, with its events in the order in which a real server sends them. */
final class Execution {
    private static final Logger log = LoggerFactory.getLogger(Execution.class);

    private final PromptItem item;
    private final Owner owner;
    private final Surroundings around;
    private final Signatures signatures;
    private final Progress progress;
    private final ArrayNode messages = PythonJson.array();
    private final List<String> executed = new ArrayList<>();

    /**
     * What an execution needs of its server.
     *
     * @param onNode told which node runs, and null at the end
     * @param isInterrupted whether somebody asked to stop
     */
    record Surroundings(
            Bench bench,
            ResultCache cache,
            EventSink events,
            Interventions interventions,
            Predicate<String> isOutput,
            Consumer<@Nullable String> onNode,
            Supplier<Boolean> isInterrupted) {}

    Execution(PromptItem item, Surroundings around) {
        this.item = item;
        this.owner = item.owner();
        this.around = around;
        this.signatures = new Signatures(item.graph(), this::fileVersion);
        this.progress = new Progress(item.id());
    }

    private String fileVersion(String image) {
        return around.bench()
                .folders()
                .annotated(image)
                .map(file -> file + "@" + file.toFile().lastModified() + "/"
                        + file.toFile().length())
                .orElse("missing " + image);
    }

    /**
     * Runs the prompt and returns its entry in the history.
     *
     * @throws InterruptedException if the server ends
     */
    ObjectNode run() throws InterruptedException {
        message("execution_start", about(), owner.only());
        around.cache().keepOnly(item.graph(), signatures);
        tellCached();
        var success = true;
        try {
            runNodes();
            message("execution_success", about(), owner.only());
        } catch (NodeStopped stopped) {
            success = false;
            tell(stopped);
        } finally {
            around.onNode().accept(null);
        }
        return historyEntry(success);
    }

    private void tellCached() {
        var cached = PythonJson.array();
        item.graph().propertyNames().stream().filter(this::isCached).forEach(cached::add);
        var data = PythonJson.object();
        data.set("nodes", cached);
        message("execution_cached", data.put("prompt_id", item.id()), owner.only());
    }

    private boolean isCached(String node) {
        return result(node).isPresent();
    }

    private Optional<ResultCache.Result> result(String node) {
        return around.cache().find(signatures.of(node));
    }

    private void runNodes() throws InterruptedException {
        var order = new RunOrder(item.graph(), item.outputs(), this::isCached, this::isOutput);
        for (var next = order.next(); next.isPresent(); next = order.next()) {
            var node = next.get();
            var cached = result(node);
            if (cached.isPresent()) {
                tellExecuted(node, cached.get().outcome());
                finish(node);
            } else {
                runNode(node);
            }
            order.done(node);
        }
    }

    private boolean isOutput(String node) {
        return around.isOutput().test(classOf(node));
    }

    private String classOf(String node) {
        return item.graph().get(node).get("class_type").asString();
    }

    private void runNode(String node) throws InterruptedException {
        progress.running(node);
        around.events().event(owner.orEveryone(), "progress_state", progress.describe());
        around.onNode().accept(node);
        around.events().event(owner.only(), "executing", aboutNode(node));
        try {
            around.interventions().atNode(classOf(node));
            stopIfInterrupted();
            around.interventions().failureAt(classOf(node)).ifPresent(failure -> {
                throw new NodeException(failure);
            });
            var outcome = NodeWorks.of(classOf(node)).run(call(node));
            around.cache().put(signatures.of(node), node, outcome);
            tellExecuted(node, outcome);
            finish(node);
            executed.add(node);
        } catch (NodeException e) {
            throw new NodeStopped(node, Optional.of(e.failure()));
        } catch (PromptInterrupted e) {
            throw new NodeStopped(node, Optional.empty());
        } catch (RuntimeException e) {
            log.warn("A simulated {} broke", classOf(node), e);
            throw new NodeStopped(node, Optional.of(NodeFailure.at(classOf(node), "RuntimeError", e.toString())));
        } catch (OutOfMemoryError e) {
            throw new NodeStopped(node, Optional.of(NodeFailure.outOfMemoryAt(classOf(node))));
        }
    }

    private NodeCall call(String node) {
        return new NodeCall(
                (ObjectNode) item.graph().get(node).get("inputs"),
                link -> result(link.node()).orElseThrow().outcome().values().get(link.slot()),
                around.bench(),
                item,
                (step, steps, preview) -> tellStep(node, step, steps, preview));
    }

    private void stopIfInterrupted() {
        if (around.isInterrupted().get()) {
            throw new PromptInterrupted();
        }
    }

    private void tellStep(String node, int step, int steps, Optional<Supplier<BufferedImage>> drawing)
            throws InterruptedException {
        stopIfInterrupted();
        var preview = drawing.map(draw -> new Preview(Jpeg.encode(draw.get()), aboutPreview(node)));
        var to = owner.orEveryone();
        progress.step(node, step, steps);
        around.events().event(to, "progress_state", progress.describe());
        preview.ifPresent(p -> around.events().preview(to, p, PreviewStage.WITH_METADATA));
        var data = PythonJson.object().put("value", step).put("max", steps);
        around.events().event(to, "progress", data.put("prompt_id", item.id()).put("node", node));
        preview.ifPresent(p -> around.events().preview(to, p, PreviewStage.BARE));
        around.interventions().afterStep(step);
    }

    private void tellExecuted(String node, NodeOutcome outcome) {
        outcome.shown().ifPresent(output -> {
            var data = PythonJson.object().put("node", node).put("display_node", node);
            data.set("output", output);
            around.events().event(owner.only(), "executed", data.put("prompt_id", item.id()));
        });
    }

    private void finish(String node) {
        progress.finished(node);
        around.events().event(owner.orEveryone(), "progress_state", progress.describe());
    }

    private void tell(NodeStopped stopped) {
        var data = PythonJson.object()
                .put("prompt_id", item.id())
                .put("node_id", stopped.node())
                .put("node_type", classOf(stopped.node()));
        data.set("executed", PythonJson.array(executed));
        if (stopped.failure().isEmpty()) {
            message("execution_interrupted", data, owner.orEveryone());
            return;
        }
        var failure = stopped.failure().get();
        data.put("exception_message", failure.message()).put("exception_type", failure.exceptionType());
        data.putArray("traceback").add("  File \"execution.py\", line 496, in execute\n");
        data.set("current_inputs", currentInputs(stopped.node()));
        data.set("current_outputs", PythonJson.array(item.graph().propertyNames()));
        message("execution_error", data, owner.only());
        if (failure.isOutOfMemory()) {
            around.bench().unloadModels();
        }
    }

    private ObjectNode currentInputs(String node) {
        var inputs = PythonJson.object();
        item.graph()
                .get(node)
                .get("inputs")
                .propertyStream()
                .forEach(input -> inputs.putArray(input.getKey())
                        .add(
                                Link.of(input.getValue()).isPresent()
                                        ? "tensor(...)"
                                        : input.getValue().asString()));
        return inputs;
    }

    /** Sends an event that the history keeps. */
    private void message(String type, ObjectNode data, Recipient to) {
        data.put("timestamp", System.currentTimeMillis());
        messages.addArray().add(type).add(data);
        around.events().event(to, type, data);
    }

    private ObjectNode about() {
        return PythonJson.object().put("prompt_id", item.id());
    }

    private ObjectNode aboutNode(String node) {
        return PythonJson.object().put("node", node).put("display_node", node).put("prompt_id", item.id());
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

    private ObjectNode historyEntry(boolean success) {
        var entry = PythonJson.object();
        entry.set("prompt", item.toJson());
        var outputs = entry.putObject("outputs");
        entry.putObject("status")
                .put("status_str", success ? "success" : "error")
                .put("completed", success)
                .set("messages", messages);
        var meta = entry.putObject("meta");
        for (var node : item.graph().propertyNames()) {
            result(node)
                    .ifPresent(result -> result.outcome().shown().ifPresent(shown -> {
                        outputs.set(node, shown);
                        meta.putObject(node)
                                .put("node_id", result.firstNode())
                                .put("display_node", result.firstNode())
                                .putNull("parent_node")
                                .put("real_node_id", result.firstNode());
                    }));
        }
        return entry;
    }
}
