package org.genonaut.simulator.wire;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.genonaut.simulator.graph.PythonJson;
import org.genonaut.simulator.graph.ServerTrouble;
import org.genonaut.simulator.run.ImageFolders;

/** Stores pictures that clients send. */
final class Uploads {
    private final ImageFolders folders;

    Uploads(ImageFolders folders) {
        this.folders = folders;
    }

    Answer take(Request request) {
        if (!HttpPostRequestDecoder.isMultipart(request.http())) {
            return Answer.empty(HttpResponseStatus.BAD_REQUEST);
        }
        var decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request.http());
        try {
            return decoder.getBodyHttpData("image") instanceof FileUpload image
                    ? store(decoder, image)
                    : Answer.empty(HttpResponseStatus.BAD_REQUEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            decoder.destroy();
        }
    }

    private Answer store(HttpPostRequestDecoder decoder, FileUpload image) throws IOException {
        var type = field(decoder, "type").orElse("input");
        var subfolder = field(decoder, "subfolder").orElse("");
        var name = image.getFilename();
        var root = folders.directory(type).orElseThrow(() -> new ServerTrouble("No such folder: " + type));
        var directory = root.resolve(subfolder).normalize();
        var file = directory.resolve(name).normalize();
        if (!directory.startsWith(root) || name.contains("..") || !file.startsWith(root)) {
            return Answer.empty(HttpResponseStatus.BAD_REQUEST);
        }
        if (name.isEmpty() || !directory.equals(file.getParent())) {
            throw new ServerTrouble("Not a file name");
        }
        var overwrite = field(decoder, "overwrite").filter(flag -> flag.equals("true") || flag.equals("1"));
        var target = overwrite.isPresent() ? file : free(file, image.get());
        folders.write(target, image.get());
        return Answer.json(PythonJson.object()
                .put("name", target.getFileName().toString())
                .put("subfolder", subfolder)
                .put("type", type));
    }

    /** The same name for the same content, else the first name with a number that is free or has that content. */
    private static Path free(Path file, byte[] content) throws IOException {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        var candidate = file;
        for (var n = 1; isTaken(candidate, content); n++) {
            candidate = file.resolveSibling(name.substring(0, dot) + " (" + n + ")" + name.substring(dot));
        }
        return candidate;
    }

    private static boolean isTaken(Path file, byte[] content) throws IOException {
        return Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), content);
    }

    private static Optional<String> field(HttpPostRequestDecoder decoder, String name) throws IOException {
        InterfaceHttpData data = decoder.getBodyHttpData(name);
        return data instanceof Attribute attribute ? Optional.of(attribute.getValue()) : Optional.empty();
    }
}
