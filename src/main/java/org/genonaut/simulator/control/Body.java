package org.genonaut.simulator.control;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes what the control API is sent and answers. */
final class Body {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Body() {}

    static ObjectNode read(byte[] body) {
        if (body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw Refusal.badRequest("The body is no JSON: " + e.getOriginalMessage());
        }
        throw Refusal.badRequest("The body is a JSON object, such as {\"fault\": \"drop_sockets\"}");
    }

    static byte[] write(JsonNode answer) {
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static String text(ObjectNode body, String field, String example) {
        return optionalText(body, field)
                .orElseThrow(() ->
                        Refusal.badRequest("%s is missing, such as {\"%s\": \"%s\"}".formatted(field, field, example)));
    }

    static Optional<String> optionalText(ObjectNode body, String field) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString() || value.stringValue().isBlank()) {
            throw Refusal.badRequest(field + " is a text in quotes, not " + value);
        }
        return Optional.of(value.stringValue());
    }

    static void allowOnly(ObjectNode body, String... fields) {
        for (var name : body.propertyNames()) {
            if (!List.of(fields).contains(name)) {
                throw Refusal.badRequest("There is no field " + name
                        + (fields.length == 0 ? "; nothing is to be told" : ", but " + String.join(", ", fields)));
            }
        }
    }
}
