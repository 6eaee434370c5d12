package org.genonaut.comfyui.execution;

import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.wire.Answer;
import org.genonaut.comfyui.wire.Http;
import org.genonaut.comfyui.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Takes one prompt from a server, whether it waits or runs, and never another. */
public record Cancellation(Http http, ServerRecords records) {

    /** A prompt may start to run between two questions; it does so only once. */
    private static final int ATTEMPTS = 3;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public void cancel(PromptId prompt) throws InterruptedException {
        if (cancelledAsJob(prompt)) {
            return;
        }
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            deleteWaiting(prompt);
            var queue = records.queue();
            if (queue.runs(prompt)) {
                // Old servers ignore the id and stop whatever runs: hence the look at the queue just before.
                require(http.post("/interrupt", JSON.objectNode().put("prompt_id", prompt.toString())));
                return;
            }
            if (!queue.holds(prompt)) {
                return;
            }
        }
    }

    /** Newer servers do it in one step, without the moment between looking and interrupting. */
    private boolean cancelledAsJob(PromptId prompt) throws InterruptedException {
        var answer = http.post("/api/jobs/" + prompt + "/cancel", JSON.objectNode());
        return answer.isOk()
                && Json.read(answer.body())
                        .map(json -> json.path("cancelled"))
                        .filter(JsonNode::isBoolean)
                        .isPresent();
    }

    /** Does nothing to a prompt that runs, has ended or is unknown. */
    public void deleteWaiting(PromptId prompt) throws InterruptedException {
        var ids = JSON.arrayNode().add(prompt.toString());
        require(http.post("/queue", JSON.objectNode().set("delete", ids)));
    }

    private static void require(Answer answer) {
        if (!answer.isOk()) {
            throw answer.unexpected();
        }
    }
}
