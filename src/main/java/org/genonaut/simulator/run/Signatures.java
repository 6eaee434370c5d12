package org.genonaut.simulator.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.genonaut.simulator.graph.Link;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells nodes apart by what they would make: their class, their inputs and everything above them, but not by their ids.
 */
final class Signatures {
    private final ObjectNode graph;
    private final UnaryOperator<String> fileVersion;
    private final Map<String, String> known = new HashMap<>();

    /**
     * @param fileVersion what tells apart the contents of a picture that is loaded
     * @throws WorkerDeath if a node has no inputs, as validation lets pass where no output depends on it
     */
    Signatures(ObjectNode graph, UnaryOperator<String> fileVersion) {
        this.graph = graph;
        this.fileVersion = fileVersion;
        for (var node : graph.properties()) {
            if (!node.getValue().has("inputs")) {
                throw new WorkerDeath("KeyError: 'inputs' of node " + node.getKey());
            }
        }
    }

    String of(String id) {
        var signature = known.get(id);
        if (signature == null) {
            // Stays in place where a node that no output needs leads back to itself.
            known.put(id, "cycle");
            signature = hash(describe(graph.get(id)));
            known.put(id, signature);
        }
        return signature;
    }

    private String describe(JsonNode node) {
        var type = node.get("class_type").asString();
        var inputs = new TreeMap<String, String>();
        node.get("inputs")
                .propertyStream()
                .forEach(input -> inputs.put(input.getKey(), describeInput(input.getValue())));
        if (type.equals("LoadImage")) {
            inputs.put(
                    "image", fileVersion.apply(node.get("inputs").path("image").asString()));
        }
        return type + inputs;
    }

    private String describeInput(JsonNode input) {
        return Link.of(input)
                .map(link -> graph.has(link.node()) ? of(link.node()) + "#" + link.slot() : "nothing")
                .orElseGet(input::toString);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
