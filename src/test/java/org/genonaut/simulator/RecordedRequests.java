package org.genonaut.simulator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** Makes requests out of recorded ones. */
final class RecordedRequests {
    private static final String EDGE = "edge";

    private final URI url;
    private final RecordedForm form;
    private final Map<String, HttpResponse<byte[]>> answers = new HashMap<>();

    RecordedRequests(URI url, RecordedForm form) {
        this.url = url;
        this.form = form;
    }

    /** Keeps an answer, because a later request may ask whether it is still true. */
    void remember(JsonNode recorded, HttpResponse<byte[]> response) {
        answers.put(recorded.get("path").stringValue(), response);
    }

    HttpRequest.Builder request(JsonNode recorded) {
        var path = recorded.get("path").stringValue();
        var target = form.live(path.substring(1))
                .replace("[", "%5B")
                .replace("]", "%5D")
                .replace(" ", "%20");
        var request = HttpRequest.newBuilder(url.resolve("/" + target));
        recorded.path("headers")
                .propertyStream()
                .forEach(header -> request.header(
                        header.getKey(), live(path, header.getValue().stringValue())));
        if (recorded.has("upload")) {
            request.header("Content-Type", "multipart/form-data; boundary=" + EDGE);
        }
        return request.method(recorded.get("method").stringValue(), body(recorded));
    }

    private String live(String path, String header) {
        return switch (header) {
            case "$ETAG" -> told(path, "Etag");
            case "$MODIFIED" -> told(path, "Last-Modified");
            default -> header;
        };
    }

    private String told(String path, String header) {
        return Objects.requireNonNull(answers.get(path), path)
                .headers()
                .firstValue(header)
                .orElseThrow();
    }

    private BodyPublisher body(JsonNode recorded) {
        if (recorded.has("upload")) {
            return BodyPublishers.ofByteArray(form(recorded.get("upload")));
        }
        if (recorded.has("bytes")) {
            return BodyPublishers.ofByteArray(
                    HexFormat.of().parseHex(recorded.get("bytes").stringValue()));
        }
        if (recorded.has("utf16")) {
            return BodyPublishers.ofString(recorded.get("utf16").stringValue(), StandardCharsets.UTF_16);
        }
        var body = recorded.path("body");
        if (body.isMissingNode()) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.ofString(form.live(body.isString() ? body.stringValue() : body.toString()));
    }

    private static byte[] form(JsonNode upload) {
        var body = new ByteArrayOutputStream();
        upload.path("fields")
                .propertyStream()
                .forEach(field -> part(
                        body,
                        "name=\"" + field.getKey() + "\"",
                        field.getValue().stringValue().getBytes(StandardCharsets.UTF_8)));
        var name = upload.has("name") ? "; filename=\"" + upload.get("name").stringValue() + "\"" : "";
        part(body, "name=\"" + upload.path("field").asString("image") + "\"" + name, content(upload));
        body.writeBytes(("--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--" + EDGE + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** A picture of its own for each number, else the text itself. */
    private static byte[] content(JsonNode upload) {
        var content = upload.get("content").stringValue();
        if (!content.startsWith("picture ")) {
            return content.getBytes(StandardCharsets.UTF_8);
        }
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x7F000000 + Integer.parseInt(content.substring(8)));
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
