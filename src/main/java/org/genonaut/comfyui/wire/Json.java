package org.genonaut.comfyui.wire;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a ComfyUI writes. Python's NaN and Infinity are part of it: custom nodes use them as limits. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private Json() {}

    /** Empty if this is not JSON. */
    public static Optional<JsonNode> read(byte[] utf8) {
        try {
            return Optional.of(MAPPER.readTree(utf8)).filter(json -> !json.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Empty if this is not JSON. */
    public static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(json -> !json.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    public static byte[] write(JsonNode json) {
        return MAPPER.writeValueAsBytes(json);
    }

    /** The string under this key, or empty where there is none. */
    public static String text(JsonNode json, String key) {
        return json.path(key).stringValue("");
    }

    /** The string itself; numbers and flags as they are written; structures as JSON. */
    public static String anyText(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return "";
        }
        return json.isString() ? json.stringValue() : json.toString();
    }
}
