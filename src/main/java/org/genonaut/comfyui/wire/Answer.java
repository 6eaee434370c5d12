package org.genonaut.comfyui.wire;

import org.genonaut.comfyui.ComfyUIException;
import tools.jackson.databind.JsonNode;

/**
 * What a server said to one request.
 *
 * @param request method and path, for messages
 * @param mediaType without parameters, empty if the server names none
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
public record Answer(String request, int status, String mediaType, byte[] body) {

    public boolean isOk() {
        return status == 200;
    }

    /** The JSON of a 200. */
    public JsonNode json() {
        if (!isOk()) {
            throw unexpected();
        }
        return Json.read(body).orElseThrow(this::unexpected);
    }

    /** The JSON object of a 200. */
    public JsonNode object() {
        var json = json();
        if (!json.isObject()) {
            throw unexpected();
        }
        return json;
    }

    public ComfyUIException.UnexpectedAnswer unexpected() {
        return new ComfyUIException.UnexpectedAnswer(request, status, mediaType);
    }
}
