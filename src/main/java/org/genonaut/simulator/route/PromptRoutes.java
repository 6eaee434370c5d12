package org.genonaut.simulator.route;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.genonaut.simulator.graph.PromptValidator;
import org.genonaut.simulator.graph.Validation;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.protocol.PythonText;
import org.genonaut.simulator.protocol.ServerTrouble;
import org.genonaut.simulator.queue.PromptItem;
import org.genonaut.simulator.run.Engine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes prompts. */
final class PromptRoutes {
    private static final Pattern CANONICAL_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ServerFacts facts;
    private final Engine engine;
    private final PromptValidator validator;
    private final AtomicLong counter = new AtomicLong();

    PromptRoutes(ServerFacts facts, Engine engine, PromptValidator validator) {
        this.facts = facts;
        this.engine = engine;
        this.validator = validator;
    }

    List<Route> routes() {
        return List.of(Route.get("prompt", request -> Answer.json(execInfo())), Route.post("prompt", this::takePrompt));
    }

    private ObjectNode execInfo() {
        var info = PythonJson.object();
        info.putObject("exec_info").put("queue_remaining", engine.remaining());
        return info;
    }

    private Answer takePrompt(Request request) {
        var body = request.json();
        if (body.isNull() || body.isNumber() || body.isBoolean()) {
            throw new ServerTrouble("argument is not iterable");
        }
        var number = number(body);
        var prompt = body.get("prompt");
        if (prompt == null) {
            return refuse(error("no_prompt", "No prompt provided"), PythonJson.object());
        }
        var promptId = promptId(body);
        if (facts.dialect().isNewer() && !CANONICAL_ID.matcher(promptId).matches()) {
            var error = error("invalid_prompt_id", "prompt_id must be a UUID in its canonical form");
            return refuse(error, PythonJson.object());
        }
        if (facts.strictIds() && engine.jobs().knows(promptId)) {
            var error = PythonJson.object().put("error", "prompt_id already exists");
            return Answer.json(HttpResponseStatus.CONFLICT, error);
        }
        var validation = validator.validate(prompt, body.get("partial_execution_targets"));
        var extraData = extraData(body);
        return switch (validation) {
            case Validation.Refused(var error, var nodeErrors) -> refuse(error, nodeErrors);
            case Validation.Accepted(var outputs, var nodeErrors) -> {
                engine.submit(new PromptItem(number, promptId, (ObjectNode) prompt, extraData, outputs));
                var answer = PythonJson.object().put("prompt_id", promptId);
                answer.set("number", number);
                answer.set("node_errors", nodeErrors);
                yield Answer.json(answer);
            }
        };
    }

    /** The client's own number, or the next of the server's, which also counts what is refused afterwards. */
    private JsonNode number(JsonNode body) {
        if (body.has("number")) {
            return chosenNumber(body.get("number"));
        }
        var next = counter.getAndIncrement();
        return LongNode.valueOf(isTrue(body.path("front")) ? -next : next);
    }

    private static JsonNode chosenNumber(JsonNode given) {
        try {
            if (given.isNumber()) {
                return DoubleNode.valueOf(given.doubleValue());
            }
            if (given.isString()) {
                return DoubleNode.valueOf(Double.parseDouble(given.stringValue()));
            }
        } catch (NumberFormatException e) {
            throw new ServerTrouble("could not convert string to float");
        }
        throw new ServerTrouble("float() argument must be a string or a real number");
    }

    private static boolean isTrue(JsonNode flag) {
        return flag.isBoolean() ? flag.booleanValue() : flag.isNumber() && flag.intValue() != 0;
    }

    private String promptId(JsonNode body) {
        var given = body.path("prompt_id");
        if (given.isMissingNode() || given.isNull() && facts.dialect().isNewer()) {
            return UUID.randomUUID().toString();
        }
        return given.isString() ? given.stringValue() : PythonText.repr(given);
    }

    private JsonNode extraData(JsonNode body) {
        var extraData = body.has("extra_data") ? body.get("extra_data") : PythonJson.object();
        if (facts.dialect().isNewer()) {
            if (!(extraData instanceof ObjectNode object)) {
                throw new ServerTrouble("object does not support item assignment");
            }
            object.put("create_time", System.currentTimeMillis());
        }
        if (body.has("client_id")) {
            if (!(extraData instanceof ObjectNode object)) {
                throw new ServerTrouble("object does not support item assignment");
            }
            object.set("client_id", body.get("client_id"));
        }
        return extraData;
    }

    private static ObjectNode error(String type, String text) {
        var error = PythonJson.object().put("type", type).put("message", text).put("details", text);
        error.putObject("extra_info");
        return error;
    }

    private static Answer refuse(ObjectNode error, ObjectNode nodeErrors) {
        var answer = PythonJson.object();
        answer.set("error", error);
        answer.set("node_errors", nodeErrors);
        return Answer.json(HttpResponseStatus.BAD_REQUEST, answer);
    }
}
