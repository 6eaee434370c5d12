package org.genonaut.comfyui.wire;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A form with a file, which is read while it is sent. */
public final class Multipart {

    private final String boundary = "genonaut-" + UUID.randomUUID();
    private final List<BodyPublisher> parts = new ArrayList<>();

    /**
     * A field of this name.
     *
     * @param value without line ends and other control characters
     */
    public Multipart field(String name, String value) {
        if (hasControls(value)) {
            throw new IllegalArgumentException("A form's field has no control characters");
        }
        parts.add(text(head(name) + "\r\n\r\n" + value + "\r\n"));
        return this;
    }

    /**
     * A field with a file.
     *
     * @param filename as the server shall see it; without quotes and line ends, which would end the header
     */
    public Multipart file(String name, String filename, Path file) {
        if (filename.contains("\"") || hasControls(filename)) {
            throw new IllegalArgumentException("A file's name has no quotes and no control characters");
        }
        // Raw UTF-8: a percent-encoded name would be kept as it is written.
        parts.add(
                text(head(name) + "; filename=\"" + filename + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        try {
            parts.add(BodyPublishers.ofFile(file));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
        parts.add(text("\r\n"));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        var all = new ArrayList<>(parts);
        all.add(text("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private String head(String name) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
}
