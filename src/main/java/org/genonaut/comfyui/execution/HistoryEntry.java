package org.genonaut.comfyui.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genonaut.comfyui.OutputImage;
import org.genonaut.comfyui.wire.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a server's history says about a finished prompt.
 *
 * @param images in the order of the graph's nodes
 * @param cached whether every one of the images comes from an earlier run
 * @param fault the error that ended it
 * @param elapsed from its start to its end by the server's clock; zero if the server does not say
 */
public record HistoryEntry(
        Graph graph,
        boolean succeeded,
        boolean interrupted,
        List<OutputImage> images,
        boolean cached,
        Optional<Fault> fault,
        Duration elapsed) {

    public HistoryEntry {
        images = List.copyOf(images);
    }

    record Fault(String nodeId, String nodeType, String exceptionType, String message) {}

    public static HistoryEntry of(JsonNode entry) {
        var graph = Graph.of(entry.path("prompt").path(2));
        var status = entry.path("status");
        var messages = new Messages(status.path("messages"));
        var outputs = new Outputs(graph, entry.path("outputs"));
        return new HistoryEntry(
                graph,
                Json.text(status, "status_str").equals("success"),
                messages.find("execution_interrupted").isPresent(),
                outputs.images(),
                messages.cachedNodes().containsAll(outputs.nodesWithImages()),
                messages.find("execution_error").map(HistoryEntry::fault),
                messages.elapsed());
    }

    private static Fault fault(JsonNode error) {
        return new Fault(
                Json.text(error, "node_id"),
                Json.text(error, "node_type"),
                Json.text(error, "exception_type"),
                Json.text(error, "exception_message"));
    }

    /** The messages that the server kept: {@code [[event, data], …]}. */
    private record Messages(JsonNode json) {

        Optional<JsonNode> find(String event) {
            return json.values().stream()
                    .filter(message -> message.path(0).stringValue("").equals(event))
                    .map(message -> message.path(1))
                    .findFirst();
        }

        Set<String> cachedNodes() {
            var nodes = new HashSet<String>();
            find("execution_cached")
                    .ifPresent(data -> data.path("nodes").values().forEach(id -> nodes.add(id.stringValue(""))));
            return nodes;
        }

        Duration elapsed() {
            var times = json.values().stream()
                    .mapToLong(message -> message.path(1).path("timestamp").longValue(0))
                    .filter(time -> time > 0)
                    .summaryStatistics();
            return times.getCount() < 2 ? Duration.ZERO : Duration.ofMillis(times.getMax() - times.getMin());
        }
    }

    /** The files by node: {@code {node: {images: [{filename, …}], …}}}. Nodes come in no order. */
    private record Outputs(Graph graph, JsonNode json) {

        List<String> nodesWithImages() {
            var ordered = new ArrayList<>(graph.nodes().keySet());
            json.propertyNames().stream()
                    .filter(node -> !ordered.contains(node))
                    .forEach(ordered::add);
            ordered.removeIf(node -> images(node).isEmpty());
            return ordered;
        }

        List<OutputImage> images() {
            return nodesWithImages().stream()
                    .flatMap(node -> images(node).stream())
                    .toList();
        }

        /** Under whatever key: images, gifs, and what custom nodes invent. */
        private List<OutputImage> images(String node) {
            return json.path(node).values().stream()
                    .flatMap(list -> list.values().stream())
                    .filter(item -> !Json.text(item, "filename").isBlank())
                    .map(item -> new OutputImage(
                            Json.text(item, "filename"),
                            Json.text(item, "subfolder"),
                            item.path("type").stringValue("output")))
                    .toList();
        }
    }
}
