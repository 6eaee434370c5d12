package org.genonaut.comfyui;

import static org.genonaut.comfyui.ShortCall.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genonaut.comfyui.execution.ServerRecords;
import org.genonaut.comfyui.wire.Http;
import org.genonaut.comfyui.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What one ComfyUI is, has and remembers, whoever's prompts it runs. Each answer is asked for anew and throws
 * {@link ComfyUIException} if the server cannot be asked.
 */
public final class ComfyUIServer {

    private static final int SERVER_ERROR = 500;

    private final Http http;
    private final ServerRecords records;

    ComfyUIServer(Http http, ServerRecords records) {
        this.http = http;
        this.records = records;
    }

    /** What the server says about itself; also the cheapest way to learn whether it answers. */
    public SystemStats systemStats() {
        return SystemStats.of(answer(() -> http.get("/system_stats")));
    }

    /** Asks everything that is worth knowing before it is used: some twenty requests. */
    public Capabilities probe(Collection<String> nodeClasses) {
        return answer(() -> new CapabilitiesProbe(this, http).probe(nodeClasses));
    }

    /** These classes, or all of them if none is named. Classes that the server lacks, or cannot describe, are left out. */
    public ObjectInfo objectInfo(String... classes) {
        var paths = classes.length == 0
                ? List.of("/object_info")
                : Stream.of(classes)
                        .map(name -> "/object_info/" + Http.encode(name))
                        .toList();
        var answers = new ArrayList<JsonNode>();
        for (var path : paths) {
            var answer = answer(() -> http.get(path));
            // A class whose declaration reads a folder that is broken breaks its own answer and no other.
            if (answer.status() != SERVER_ERROR || classes.length == 0) {
                answers.add(answer.object());
            }
        }
        return ObjectInfo.of(answers);
    }

    /** The files in a folder such as {@code loras}, spelled as the server wants them back; none if it lacks the folder. */
    public List<String> models(String folder) {
        var answer = answer(() -> http.get("/models/" + Http.encode(folder)));
        if (answer.status() == 404) {
            return List.of();
        }
        var names = answer.json();
        if (!names.isArray()) {
            throw answer.unexpected();
        }
        return names.values().stream()
                .map(name -> name.stringValue(""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What a model's file says about itself; empty if it says nothing, is missing, or has a broken header. */
    public Map<String, String> metadata(String folder, String filename) {
        var answer =
                answer(() -> http.get("/view_metadata/" + Http.encode(folder) + "?filename=" + Http.encode(filename)));
        if (answer.status() == 404 || answer.status() == SERVER_ERROR) {
            return Map.of();
        }
        var metadata = new LinkedHashMap<String, String>();
        answer.object().properties().forEach(entry -> metadata.put(entry.getKey(), Json.anyText(entry.getValue())));
        return metadata;
    }

    /** The prompt that it says it is working on; empty if there is none, or another client chose its id. */
    public Optional<PromptId> running() {
        return answer(records::queue).runningPrompt();
    }

    /** The run that it has ended last; empty if it remembers none. */
    public Optional<HistoryMark> newestRun() {
        return answer(() -> http.get("/history?max_items=1")).object().propertyNames().stream()
                .findFirst()
                .map(HistoryMark::new);
    }

    /** Whether it still knows this run. */
    public boolean remembers(HistoryMark run) {
        return answer(() -> http.get("/history/" + Http.encode(run.promptId())))
                .object()
                .has(run.promptId());
    }

    /** Makes it let go of all models and the memory they take, once nothing runs. */
    public void free() {
        var wish =
                JsonNodeFactory.instance.objectNode().put("unload_models", true).put("free_memory", true);
        var answer = answer(() -> http.post("/free", wish));
        if (!answer.isOk()) {
            throw answer.unexpected();
        }
    }
}
