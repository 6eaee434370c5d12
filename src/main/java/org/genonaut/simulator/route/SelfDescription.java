package org.genonaut.simulator.route;

import java.util.List;
import org.genonaut.simulator.protocol.PythonJson;
import tools.jackson.databind.node.ObjectNode;

/** What a server tells of itself. */
public record SelfDescription(ServerFacts facts) {
    private static final long GIBIBYTE = 1L << 30;
    private static final String GRAPHICS_CARD = "cuda:0 NVIDIA GeForce RTX 4090 (simulated)";

    public ObjectNode features() {
        var features =
                PythonJson.object().put("supports_preview_metadata", true).put("max_upload_size", facts.largestBody());
        if (facts.dialect().isNewer()) {
            features.putObject("extension").putObject("manager").put("supports_v4", false);
            features.put("node_replacements", false).put("assets", false);
        }
        return features;
    }

    ObjectNode systemStats() {
        var stats = PythonJson.object();
        var system = stats.putObject("system")
                .put("os", facts.dialect().isNewer() ? "linux" : "posix")
                .put("ram_total", 64 * GIBIBYTE)
                .put("ram_free", 48 * GIBIBYTE)
                .put("comfyui_version", facts.dialect().version())
                .put("required_frontend_version", "1.27.10")
                .putNull("installed_templates_version")
                .put("required_templates_version", "0.1.94")
                .put("python_version", "3.13.5 (simulated)")
                .put("pytorch_version", "2.8.0")
                .put("embedded_python", false);
        system.set("argv", PythonJson.array(arguments()));
        addDevices(stats);
        return stats;
    }

    /** Later versions tell where they are deployed, and list the processor beside the graphics card. */
    private void addDevices(ObjectNode stats) {
        var devices = stats.putArray("devices");
        describe(devices.addObject(), GRAPHICS_CARD, "cuda", 24 * GIBIBYTE).put("index", 0);
        if (facts.dialect().isNewer()) {
            ((ObjectNode) stats.get("system")).put("deploy_environment", "local-git");
            describe(devices.addObject(), "cpu", "cpu", 64 * GIBIBYTE);
        }
    }

    private static ObjectNode describe(ObjectNode device, String name, String type, long memory) {
        return device.put("name", name)
                .put("type", type)
                .putNull("index")
                .put("vram_total", memory)
                .put("vram_free", memory / 4 * 3)
                .put("torch_vram_total", memory / 4)
                .put("torch_vram_free", memory / 100);
    }

    private List<String> arguments() {
        return facts.previews()
                ? List.of("genonaut-simulator", "--name", facts.name(), "--preview-method", "auto")
                : List.of("genonaut-simulator", "--name", facts.name());
    }
}
