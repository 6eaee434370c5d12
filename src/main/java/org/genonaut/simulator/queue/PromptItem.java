package org.genonaut.simulator.queue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genonaut.simulator.event.Owner;
import org.genonaut.simulator.protocol.PythonJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A prompt in the queue.
 *
 * @param number sorts the queue, smallest first; an integer, or a float where the client chose it
 * @param outputs the nodes to run for
 */
public record PromptItem(JsonNode number, String id, ObjectNode graph, JsonNode extraData, List<String> outputs)
        implements Comparable<PromptItem> {
    private static final Comparator<PromptItem> ORDER = Comparator.<PromptItem>comparingDouble(
                    item -> item.number.doubleValue())
            .thenComparing(PromptItem::id);

    public PromptItem {
        outputs = List.copyOf(outputs);
    }

    @Override
    public int compareTo(PromptItem other) {
        return ORDER.compare(this, other);
    }

    /** Whether Python could not tell which of the two comes first. */
    boolean collidesWith(PromptItem other) {
        return compareTo(other) == 0;
    }

    public ArrayNode toJson() {
        return PythonJson.array().add(number).add(id).add(graph).add(extraData).add(PythonJson.array(outputs));
    }

    public String classOf(String node) {
        return graph.get(node).get("class_type").asString();
    }

    public ObjectNode inputsOf(String node) {
        return (ObjectNode) graph.get(node).get("inputs");
    }

    /** Whether the client wants previews, if it says so. */
    public Optional<Boolean> wishesPreviews() {
        return switch (extraData.path("preview_method").asString("default")) {
            case "none" -> Optional.of(false);
            case "auto", "latent2rgb", "taesd" -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    /** To whom the events of this prompt go. */
    public Owner owner() {
        var client = extraData.get("client_id");
        if (client == null || client.isNull()) {
            return new Owner.None();
        }
        if (client.isArray() || client.isObject()) {
            return new Owner.Unhashable();
        }
        return client.isString() ? new Owner.Client(client.stringValue()) : new Owner.Unreachable();
    }
}
