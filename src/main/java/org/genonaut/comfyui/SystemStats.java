package org.genonaut.comfyui;

import java.util.List;
import org.genonaut.comfyui.wire.Answer;
import org.genonaut.comfyui.wire.Json;

/**
 * What a ComfyUI says about itself and its machine.
 *
 * @param version ComfyUI's own, such as {@code 0.3.64}
 * @param arguments its command line
 * @param ramTotal in bytes
 * @param ramFree in bytes
 */
public record SystemStats(
        String version, String os, List<String> arguments, long ramTotal, long ramFree, List<Device> devices) {

    public SystemStats {
        arguments = List.copyOf(arguments);
        devices = List.copyOf(devices);
    }

    /**
     * A device that computes.
     *
     * @param type {@code cuda}, {@code cpu}, {@code mps}, …
     * @param vramTotal in bytes
     * @param vramFree in bytes
     */
    public record Device(String name, String type, long vramTotal, long vramFree) {

        /** As it is sold: PyTorch puts its number before the name and its allocator behind it. */
        public String card() {
            return name.replaceFirst("^\\w+:\\d+\\s+", "").replaceFirst("\\s+: .*$", "");
        }
    }

    static SystemStats of(Answer answer) {
        var json = answer.object();
        var system = json.path("system");
        if (!system.isObject()) {
            throw answer.unexpected();
        }
        return new SystemStats(
                Json.text(system, "comfyui_version"),
                Json.text(system, "os"),
                system.path("argv").values().stream().map(Json::anyText).toList(),
                system.path("ram_total").longValue(0),
                system.path("ram_free").longValue(0),
                json.path("devices").values().stream()
                        .map(device -> new Device(
                                Json.text(device, "name"),
                                Json.text(device, "type"),
                                device.path("vram_total").longValue(0),
                                device.path("vram_free").longValue(0)))
                        .toList());
    }
}
