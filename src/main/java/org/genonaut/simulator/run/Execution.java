package org.genonaut.simulator.run;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.genonaut.simulator.event.EventSink;
import org.genonaut.simulator.graph.Link;
import org.genonaut.simulator.graph.NodeType;
import org.genonaut.simulator.graph.NodeTypes;
import org.genonaut.simulator.node.Bench;
import org.genonaut.simulator.node.NodeException;
import org.genonaut.simulator.node.NodeFailure;
import org.genonaut.simulator.node.NodeOutcome;
import org.genonaut.simulator.node.NodeWorks;
import org.genonaut.simulator.node.Value;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.queue.PromptItem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** One run of one prompt: its nodes in their order, those that are cached left out. */
final class Execution {
    private static final Logger log = LoggerFactory.getLogger(Execution.class);

    private final PromptItem item;
    private final Surroundings around;
    private final Signatures signatures;
    private final RunEvents events;

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
            NodeTypes types,
            Consumer<@Nullable String> onNode,
            Supplier<Boolean> isInterrupted) {}

    Execution(PromptItem item, Surroundings around) {
        this.item = item;
        this.around = around;
        this.signatures = new Signatures(item.graph(), this::fileVersion);
        this.events = new RunEvents(item, around.events(), around.bench().dialect(), around.types());
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
        events.started();
        around.cache().keepOnly(item.graph(), signatures);
        events.cached(
                item.graph().propertyNames().stream().filter(this::isCached).toList());
        var success = true;
        try {
            runNodes();
            events.succeeded();
        } catch (NodeStopped stopped) {
            success = false;
            tell(stopped);
        } finally {
            around.onNode().accept(null);
        }
        return historyEntry(success);
    }

    private boolean isCached(String node) {
        return result(node).isPresent();
    }

    private Optional<ResultCache.Result> result(String node) {
        return around.cache().find(signatures.of(node));
    }

    private boolean isOutput(String node) {
        return around.types().find(item.classOf(node)).filter(NodeType::output).isPresent();
    }

    private void runNodes() throws InterruptedException {
        var order = new RunOrder(item.graph(), item.outputs(), this::isCached, this::isOutput);
        for (var next = order.next(); next.isPresent(); next = order.next()) {
            var node = next.get();
            var cached = result(node);
            if (cached.isPresent()) {
                events.nodeFromCache(node, cached.get().outcome());
            } else {
                runNode(node);
            }
            order.done(node);
        }
    }

    /** Whatever goes wrong within a node ends the prompt, and nothing else. */
    private void runNode(String node) throws InterruptedException {
        around.onNode().accept(node);
        events.nodeRuns(node);
        var block = isOutput(node) ? around.interventions().blockAtOutput() : Optional.<String>empty();
        if (block.isPresent()) {
            events.blocked(node, block.get());
            events.nodeHasRun(node, NodeOutcome.of());
            return;
        }
        try {
            var outcome = new NodeRun(item, node, around, events, this::value).run();
            if (NodeWorks.isCacheable(item.classOf(node))) {
                around.cache().put(signatures.of(node), node, outcome);
            }
            events.nodeHasRun(node, outcome);
        } catch (NodeException e) {
            throw new NodeStopped(node, Optional.of(e.failure()));
        } catch (PromptInterrupted e) {
            throw new NodeStopped(node, Optional.empty());
        } catch (RuntimeException e) {
            log.warn("A simulated {} broke", item.classOf(node), e);
            throw new NodeStopped(node, Optional.of(NodeFailure.at(item.classOf(node), "RuntimeError", e.toString())));
        } catch (OutOfMemoryError e) {
            throw new NodeStopped(node, Optional.of(NodeFailure.outOfMemoryAt(item.classOf(node))));
        }
    }

    private Value value(Link link) {
        return result(link.node()).orElseThrow().outcome().values().get(link.slot());
    }

    private void tell(NodeStopped stopped) {
        if (stopped.failure().isEmpty()) {
            events.interrupted(stopped.node());
            return;
        }
        var failure = stopped.failure().get();
        events.failed(stopped.node(), failure);
        if (failure.isOutOfMemory()) {
            around.bench().unloadModels();
        }
    }

    /** Older servers list every node of the prompt that the cache knows, even where only a part of it ran. */
    private Collection<String> shownNodes() {
        return around.bench().dialect().isNewer()
                ? events.shown()
                : item.graph().propertyNames();
    }

    private ObjectNode historyEntry(boolean success) {
        var entry = PythonJson.object();
        entry.set("prompt", item.toJson());
        var outputs = entry.putObject("outputs");
        entry.putObject("status")
                .put("status_str", success ? "success" : "error")
                .put("completed", success)
                .set("messages", events.messages());
        var meta = entry.putObject("meta");
        for (var node : shownNodes()) {
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
