package org.genonaut.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Graphs as clients send them. */
final class Graphs {
    private Graphs() {}

    static ObjectNode emptyImage(int colour, String prefix) {
        return graph("""
                {"1": {"class_type": "EmptyImage",
                       "inputs": {"width": 64, "height": 64, "batch_size": 1, "color": %d}},
                 "2": {"class_type": "SaveImage", "inputs": {"filename_prefix": "%s", "images": ["1", 0]}}}
                """.formatted(colour, prefix));
    }

    static ObjectNode textToImage(int steps) {
        return graph("""
                {"4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "sd_xl_base_1.0.safetensors"}},
                 "10": {"class_type": "LoraLoader", "inputs": {"model": ["4", 0], "clip": ["4", 1],
                        "lora_name": "misc/styles/ink_linework.safetensors",
                        "strength_model": 0.8, "strength_clip": 1.0}},
                 "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "a lighthouse", "clip": ["10", 1]}},
                 "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "blurry", "clip": ["10", 1]}},
                 "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 128, "height": 128, "batch_size": 1}},
                 "3": {"class_type": "KSampler", "inputs": {"seed": 11, "steps": %d, "cfg": 7.0,
                       "sampler_name": "euler", "scheduler": "normal", "denoise": 1.0, "model": ["10", 0],
                       "positive": ["6", 0], "negative": ["7", 0], "latent_image": ["5", 0]}},
                 "8": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0], "vae": ["4", 2]}},
                 "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "picture", "images": ["8", 0]}}}
                """.formatted(steps));
    }

    static ObjectNode graph(String json) {
        return (ObjectNode) TestClient.JSON.readTree(json);
    }

    /** The text-to-image graph with two LoRAs that people start from. */
    static ObjectNode reference() {
        try (var in = Objects.requireNonNull(Graphs.class.getResourceAsStream("reference-workflow.json"))) {
            return (ObjectNode) TestClient.JSON.readTree(in).get("prompt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A graph of the folder {@code graphs}. */
    static ObjectNode stored(String name) {
        try (var in = Objects.requireNonNull(Graphs.class.getResourceAsStream("graphs/" + name + ".json"), name)) {
            return (ObjectNode) TestClient.JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ArrayNode array(String node, int slot) {
        return TestClient.JSON.createArrayNode().add(node).add(slot);
    }

    static ObjectNode inputs(JsonNode graph, String node) {
        return (ObjectNode) graph.get(node).get("inputs");
    }
}
