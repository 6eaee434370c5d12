package org.genonaut.comfyui.execution;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.Execution;
import org.genonaut.comfyui.ExecutionResult;
import org.genonaut.comfyui.Pace;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.wire.Answer;
import org.genonaut.comfyui.wire.Http;
import org.genonaut.comfyui.wire.Json;
import org.genonaut.comfyui.wire.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a prompt to a server once. A server may queue a prompt and still answer with an error, and it runs a prompt
 * twice that is sent twice; so after any unclear answer we look whether it arrived before we send it again.
 */
public final class Submission {

    private static final Logger log = LoggerFactory.getLogger(Submission.class);

    private static final int MAX_POSTS = 2;
    private static final int LOOKS = 2;

    private final Http http;
    private final ServerRecords records;
    private final Cancellation cancellation;
    private final Pace pace;
    private final Time time;

    public Submission(Http http, ServerRecords records, Cancellation cancellation, Pace pace, Time time) {
        this.http = http;
        this.records = records;
        this.cancellation = cancellation;
        this.pace = pace;
        this.time = time;
    }

    private sealed interface Reply {

        record Accepted() implements Reply {}

        record Refused(ExecutionResult.Failure failure) implements Reply {}

        /** The prompt may be there or not. */
        record Unclear(String why) implements Reply {}
    }

    /** Empty once the server has the prompt. */
    public Optional<ExecutionResult.Failure> submit(Execution execution, BooleanSupplier cancelled)
            throws InterruptedException {
        for (var post = 1; ; post++) {
            if (cancelled.getAsBoolean()) {
                return Optional.of(new ExecutionResult.Interrupted());
            }
            switch (post(execution)) {
                case Reply.Accepted accepted -> {
                    return Optional.empty();
                }
                case Reply.Refused(var failure) -> {
                    return Optional.of(failure);
                }
                case Reply.Unclear(var why) -> {
                    log.info("Whether prompt {} arrived is unclear: {}", execution.promptId(), why);
                    var arrival = lookFor(execution.promptId());
                    if (arrival == Arrival.CONFIRMED) {
                        return Optional.empty();
                    }
                    if (arrival == Arrival.UNKNOWN || post == MAX_POSTS) {
                        return Optional.of(new ExecutionResult.Unreachable(why, arrival == Arrival.UNKNOWN));
                    }
                }
            }
        }
    }

    private Reply post(Execution execution) throws InterruptedException {
        try {
            return read(http.post("/prompt", body(execution)), execution);
        } catch (ComfyUIException.Unreachable e) {
            return e.neverSent()
                    ? new Reply.Refused(new ExecutionResult.Unreachable(e.getMessage(), false))
                    : new Reply.Unclear(e.getMessage());
        } catch (ComfyUIException.TooLarge e) {
            return new Reply.Unclear(e.getMessage());
        }
    }

    private static ObjectNode body(Execution execution) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("prompt", execution.workflow().toJson());
        // Always a string: any other type brings a server down.
        body.put("client_id", execution.clientId().value());
        body.put("prompt_id", execution.promptId().toString());
        // Newer servers then make previews without being started for it; older ones do not read it.
        body.putObject("extra_data").put("preview_method", "auto");
        return body;
    }

    private Reply read(Answer answer, Execution execution) throws InterruptedException {
        var json = Json.read(answer.body()).filter(JsonNode::isObject);
        if (answer.status() == 200 && json.isPresent()) {
            return accepted(json.get(), execution);
        }
        if (answer.status() == 409) {
            // Only we know this id, so an earlier POST of ours arrived.
            return new Reply.Unclear(answer.unexpected().getMessage());
        }
        if (answer.status() == 400 && json.filter(body -> body.has("error")).isPresent()) {
            return new Reply.Refused(new Rejection(Graph.of(execution.workflow())).read(json.get()));
        }
        if (answer.status() == 413) {
            return new Reply.Refused(
                    new ExecutionResult.Rejected("The workflow is larger than the server allows", List.of()));
        }
        var why = answer.unexpected().getMessage();
        return answer.status() >= 400 && answer.status() < 500
                ? new Reply.Refused(new ExecutionResult.Unreachable(why, false))
                : new Reply.Unclear(why);
    }

    private Reply accepted(JsonNode answer, Execution execution) throws InterruptedException {
        if (!answer.path("prompt_id").isString()) {
            return new Reply.Unclear("The answer to POST /prompt names no prompt");
        }
        if (Rejection.hasNodeErrors(answer)) {
            // The server runs what is left of the workflow; nobody wants half of it.
            withdraw(execution.promptId());
            return new Reply.Refused(new Rejection(Graph.of(execution.workflow())).read(answer));
        }
        var chosen = Json.text(answer, "prompt_id");
        if (!chosen.equals(execution.promptId().toString())) {
            var theirs = PromptId.parse(chosen);
            if (theirs.isPresent()) {
                withdraw(theirs.get());
            }
            return new Reply.Refused(new ExecutionResult.Unreachable(
                    "The server chooses prompt ids itself; it must be ComfyUI 0.3.45 or newer", false));
        }
        return new Reply.Accepted();
    }

    private void withdraw(PromptId prompt) throws InterruptedException {
        try {
            cancellation.cancel(prompt);
        } catch (ComfyUIException e) {
            log.info("Prompt {} could not be withdrawn: {}", prompt, e.getMessage());
        }
    }

    private enum Arrival {
        CONFIRMED,
        ABSENT,
        /** The server does not say. */
        UNKNOWN
    }

    private Arrival lookFor(PromptId prompt) throws InterruptedException {
        var began = time.now();
        var pause = pace.lookBack();
        var absences = 0;
        while (absences < LOOKS && time.now().minus(began).compareTo(pace.giveUp()) < 0) {
            time.pause(pause);
            pause = pause.multipliedBy(2);
            try {
                if (!(records.find(prompt) instanceof ServerRecords.Whereabouts.Absent)) {
                    return Arrival.CONFIRMED;
                }
                absences++;
            } catch (ComfyUIException e) {
                log.debug("Cannot look for prompt {}: {}", prompt, e.getMessage());
            }
        }
        return absences == LOOKS ? Arrival.ABSENT : Arrival.UNKNOWN;
    }
}
