package org.genonaut.comfyui.execution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.Phase;
import org.genonaut.comfyui.wire.ComfyUIMessage;

/**
 * Folds a prompt's messages into its present state. Messages that are late, doubled or about unknown nodes change
 * nothing for the worse: the fraction never falls and a finished node stays finished.
 */
final class ProgressFold {

    private final Graph graph;
    /** How much of each node is done, 0 to 1. */
    private final Map<String, Double> done = new HashMap<>();

    private final Set<String> cached = new HashSet<>();
    private String executing = "";
    private boolean sampled;

    private Phase phase = Phase.QUEUED;
    private int step;
    private int steps;
    private double fraction;

    ProgressFold(Graph graph) {
        this.graph = graph;
    }

    ExecutionProgress fold(ComfyUIMessage message) {
        switch (message) {
            case ComfyUIMessage.Started started -> leaveQueue();
            case ComfyUIMessage.Cached answered -> {
                leaveQueue();
                cached.addAll(answered.nodes());
            }
            case ComfyUIMessage.Executing now -> enter(now.node());
            case ComfyUIMessage.Progress now -> advance(now.node(), now.value(), now.max());
            case ComfyUIMessage.ProgressState now -> now.nodes().forEach(this::observe);
            case ComfyUIMessage.Executed executed -> finish(executed.node());
            case ComfyUIMessage.Ended ended -> {}
            case ComfyUIMessage.Previewed previewed -> {}
            case ComfyUIMessage.Unknown unknown -> {}
        }
        return present();
    }

    /** What is known without any message: the server is executing it. */
    ExecutionProgress running() {
        leaveQueue();
        return present();
    }

    private void leaveQueue() {
        if (phase == Phase.QUEUED) {
            phase = Phase.LOADING;
            steps = graph.nodes().values().stream()
                    .filter(node -> node.kind() == NodeKind.SAMPLER)
                    .mapToInt(Graph.Node::steps)
                    .findFirst()
                    .orElse(0);
        }
    }

    private void observe(String node, ComfyUIMessage.NodeState state) {
        if (state.finished()) {
            finish(node);
        } else if (state.value() > 0) {
            advance(node, state.value(), state.max());
        }
    }

    private void enter(String node) {
        leaveQueue();
        if (isFinished(node) || node.equals(executing)) {
            return;
        }
        // Nodes run one after the other.
        finish(executing);
        executing = node;
        switch (graph.kind(node)) {
            case LOADER, TEXT_ENCODER -> phase = Phase.LOADING;
            case SAMPLER -> enterSampler(node);
            case DECODER -> phase = Phase.DECODING;
            case SAVER -> phase = Phase.SAVING;
            case OTHER -> {}
        }
    }

    private void enterSampler(String node) {
        // A first sampler without progress waits for its model; a second one has it already.
        phase = sampled ? Phase.SAMPLING : Phase.LOADING;
        step = 0;
        steps = graph.steps(node);
    }

    private void advance(String node, double value, double max) {
        var share = value / max;
        // The comparison refuses NaN too.
        if (!(share > done.getOrDefault(node, 0.0))) {
            return;
        }
        enter(node);
        done.put(node, Math.min(1, share));
        if (graph.kind(node) == NodeKind.SAMPLER && value >= 1) {
            sampled = true;
            phase = Phase.SAMPLING;
            steps = (int) max;
            step = Math.min((int) value, steps);
        }
    }

    private void finish(String node) {
        if (!node.isEmpty()) {
            done.put(node, 1.0);
        }
    }

    private boolean isFinished(String node) {
        return done.getOrDefault(node, 0.0) >= 1;
    }

    private ExecutionProgress present() {
        fraction = Math.max(fraction, Math.min(1, weighed()));
        return new ExecutionProgress(phase, fraction, step, steps);
    }

    /** Nodes that are answered from an earlier run take no time, so they do not count. */
    private double weighed() {
        var whole = 0.0;
        var finished = 0.0;
        for (var entry : graph.nodes().entrySet()) {
            if (!cached.contains(entry.getKey())) {
                var weight = entry.getValue().kind().weight();
                whole += weight;
                finished += weight * done.getOrDefault(entry.getKey(), 0.0);
            }
        }
        return whole == 0 ? 0 : finished / whole;
    }
}
