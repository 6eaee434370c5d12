package org.genonaut.comfyui;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.genonaut.comfyui.wire.Http;
import org.genonaut.comfyui.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a server what it can do. Only what every ComfyUI has may fail the probe; the rest is found out by asking. */
record CapabilitiesProbe(ComfyUIServer server, Http http) {

    private static final Logger log = LoggerFactory.getLogger(CapabilitiesProbe.class);

    /** These hold no models. */
    private static final Set<String> OTHER_FOLDERS = Set.of("configs", "custom_nodes");

    private static final String PREVIEW_OPTION = "--preview-method";

    Capabilities probe(Collection<String> nodeClasses) throws InterruptedException {
        var stats = server.systemStats();
        var classes = new LinkedHashSet<>(nodeClasses);
        classes.addAll(Capabilities.ALWAYS_ASKED);
        var jobs = listsJobs();
        return new Capabilities(
                stats,
                server.objectInfo(classes.toArray(String[]::new)),
                models(),
                jobs,
                previews(stats, jobs),
                limit());
    }

    /** A folder on a disk that is away is answered with a 500; the others are no worse for that. */
    private Map<String, List<String>> models() throws InterruptedException {
        var models = new LinkedHashMap<String, List<String>>();
        for (var folder : folders()) {
            try {
                models.put(folder, server.models(folder));
            } catch (ComfyUIException.UnexpectedAnswer unreadable) {
                log.warn("A model folder is left out: {}", unreadable.getMessage());
            }
        }
        return models;
    }

    private List<String> folders() throws InterruptedException {
        var answer = http.get("/models");
        var folders = answer.json();
        if (!folders.isArray()) {
            throw answer.unexpected();
        }
        return folders.values().stream()
                .map(folder -> folder.stringValue(""))
                .filter(folder -> !folder.isEmpty() && !OTHER_FOLDERS.contains(folder))
                .distinct()
                .toList();
    }

    /** Older servers answer 404. */
    private boolean listsJobs() throws InterruptedException {
        var answer = http.get("/api/jobs?limit=1");
        return answer.isOk()
                && Json.read(answer.body())
                        .filter(json -> json.path("jobs").isArray())
                        .isPresent();
    }

    /** Servers learned to make previews for single prompts a little before they learned to list jobs. */
    private static Capabilities.Previews previews(SystemStats stats, boolean jobs) {
        if (startedWithPreviews(stats.arguments())) {
            return Capabilities.Previews.ALWAYS;
        }
        return jobs ? Capabilities.Previews.PER_PROMPT : Capabilities.Previews.NEVER;
    }

    private static boolean startedWithPreviews(List<String> arguments) {
        var at = arguments.lastIndexOf(PREVIEW_OPTION);
        if (at >= 0 && at + 1 < arguments.size()) {
            return !arguments.get(at + 1).toLowerCase(Locale.ROOT).equals("none");
        }
        return arguments.stream()
                .filter(argument -> argument.startsWith(PREVIEW_OPTION + "="))
                .anyMatch(argument -> !argument.endsWith("=none"));
    }

    /** A float when it was set by hand; servers before {@code /features} answer 404. */
    private OptionalLong limit() throws InterruptedException {
        var answer = http.get("/features");
        if (!answer.isOk()) {
            return OptionalLong.empty();
        }
        var limit = Json.read(answer.body())
                .map(json -> json.path("max_upload_size").doubleValue(0))
                .orElse(0.0);
        return limit >= 1 ? OptionalLong.of(limit.longValue()) : OptionalLong.empty();
    }
}
