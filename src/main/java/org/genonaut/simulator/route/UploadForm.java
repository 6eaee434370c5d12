package org.genonaut.simulator.route;

import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import java.io.IOException;
import java.util.Optional;

/** The parts of an upload. */
record UploadForm(HttpPostRequestDecoder parts) {
    boolean has(String name) {
        return parts.getBodyHttpData(name) != null;
    }

    Optional<FileUpload> file(String name) {
        return parts.getBodyHttpData(name) instanceof FileUpload file ? Optional.of(file) : Optional.empty();
    }

    Optional<String> text(String name) throws IOException {
        return parts.getBodyHttpData(name) instanceof Attribute attribute
                ? Optional.of(attribute.getValue())
                : Optional.empty();
    }
}
