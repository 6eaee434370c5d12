package org.genonaut.simulator.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genonaut.simulator.book.PromptBook;
import org.genonaut.simulator.book.PromptRun;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows the book: what was received, begun and ended, and what came of it. */
final class BookCommands {
    private final PromptBook book;

    BookCommands(PromptBook book) {
        this.book = book;
    }

    List<Command> all() {
        return List.of(new Command(
                "GET", "/prompts", "What was received, and what became of it, over all restarts.", (rest, body) -> {
                    var answer = JsonNodeFactory.instance.objectNode();
                    answer.set("prompts", prompts());
                    return answer;
                }));
    }

    private ArrayNode prompts() {
        var byId = new LinkedHashMap<String, ObjectNode>();
        for (var prompt : book.received()) {
            entry(byId, prompt.promptId()).withArray("received").add(prompt.at().toString());
        }
        for (var run : book.runs()) {
            entry(byId, run.promptId()).withArray("runs").add(describe(run));
        }
        return JsonNodeFactory.instance.arrayNode().addAll(byId.values());
    }

    private static ObjectNode entry(Map<String, ObjectNode> byId, String promptId) {
        return byId.computeIfAbsent(promptId, id -> {
            var entry = JsonNodeFactory.instance.objectNode().put("prompt_id", id);
            entry.putArray("received");
            entry.putArray("runs");
            return entry;
        });
    }

    private static ObjectNode describe(PromptRun run) {
        var described = JsonNodeFactory.instance
                .objectNode()
                .put("begun", run.begun().toString())
                .put("ended", run.ended().map(Object::toString).orElse(null))
                .put("outcome", run.outcome().name().toLowerCase(Locale.ROOT));
        var files = described.putArray("files");
        run.files()
                .forEach(file -> files.addObject()
                        .put("filename", file.filename())
                        .put("subfolder", file.subfolder())
                        .put("type", file.type()));
        return described;
    }
}
