package org.genonaut.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks plain HTTP to a simulator, with nothing of ours in between. */
final class TestClient {
    static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI url;

    TestClient(Simulator simulator) {
        url = simulator.url();
    }

    TestSocket open(String clientId) {
        return TestSocket.open(HTTP, url, clientId);
    }

    /** Opens a socket at a path of its own, with whatever stands there for a client id. */
    TestSocket openAt(String path) {
        return TestSocket.openAt(HTTP, URI.create("ws://127.0.0.1:" + url.getPort() + "/" + path));
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(url.resolve(path)).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    JsonNode json(String path) {
        var response = get(path);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    HttpResponse<byte[]> post(String path, String body) {
        return send(HttpRequest.newBuilder(url.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode post(JsonNode body) {
        return JSON.readTree(post("prompt", body.toString()).body());
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a file with fields, each as a name and a value. */
    HttpResponse<byte[]> upload(String path, String name, byte[] content, String... fields) {
        var body = new ByteArrayOutputStream();
        for (var n = 0; n < fields.length; n += 2) {
            body.writeBytes("--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(fields[n], fields[n + 1])
                    .getBytes(UTF_8));
        }
        body.writeBytes("--edge\r\nContent-Disposition: form-data; name=\"image\"; filename=\"%s\"\r\n\r\n"
                .formatted(name)
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--edge--\r\n".getBytes(UTF_8));
        return send(HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Posts a graph that must be accepted, and returns the id of the prompt. */
    String submit(JsonNode graph, String clientId) {
        var answer = post(prompt(graph).put("client_id", clientId));
        return answer.get("prompt_id").stringValue();
    }

    JsonNode history(String promptId) {
        return json("history/" + promptId).path(promptId);
    }

    /** The history of a prompt, once it is there. */
    JsonNode awaitHistory(String promptId) {
        return await().pollInSameThread().until(() -> history(promptId), entry -> !entry.isMissingNode());
    }

    /** Waits until the server takes connections, after a restart of its own. */
    void awaitAnswer() {
        await().ignoreExceptions().until(() -> get("queue").statusCode() == 200);
    }

    static ObjectNode prompt(JsonNode graph) {
        var body = JSON.createObjectNode().put("prompt_id", UUID.randomUUID().toString());
        body.set("prompt", graph);
        return body;
    }
}
