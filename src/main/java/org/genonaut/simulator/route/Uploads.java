package org.genonaut.simulator.route;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.genonaut.simulator.image.ImageFolders;
import org.genonaut.simulator.protocol.Dialect;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.protocol.ServerTrouble;
import tools.jackson.databind.node.ObjectNode;

/** Stores pictures that clients send. */
final class Uploads {
    private final ImageFolders folders;
    private final Dialect dialect;

    Uploads(ImageFolders folders, Dialect dialect) {
        this.folders = folders;
        this.dialect = dialect;
    }

    /** What to store for what was sent; empty to store nothing. */
    private interface Content {
        Optional<byte[]> of(UploadForm form, byte[] sent) throws IOException;
    }

    Answer takeImage(Request request) {
        return take(request, (form, sent) -> Optional.of(sent));
    }

    /** Stores a picture that is there already with the transparency of the one that was sent. */
    Answer takeMask(Request request) {
        return take(request, this::masked);
    }

    private Answer take(Request request, Content content) {
        if (!HttpPostRequestDecoder.isMultipart(request.http())) {
            return Answer.empty(HttpResponseStatus.BAD_REQUEST);
        }
        var decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request.http());
        try {
            var form = new UploadForm(decoder);
            if (!form.has("image")) {
                return Answer.empty(HttpResponseStatus.BAD_REQUEST);
            }
            return store(form, form.file("image").orElseThrow(() -> new ServerTrouble("'str' has no file")), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            decoder.destroy();
        }
    }

    private Answer store(UploadForm form, FileUpload image, Content content) throws IOException {
        var type = form.text("type").orElse("input");
        var subfolder = form.text("subfolder").orElse("");
        var name = image.getFilename();
        var root = folders.directory(type).orElseThrow(() -> new ServerTrouble("No such folder: " + type));
        var directory = root.resolve(subfolder).normalize();
        var file = directory.resolve(name).normalize();
        if (!directory.startsWith(root) || !file.startsWith(root)) {
            return Answer.empty(HttpResponseStatus.BAD_REQUEST);
        }
        if (name.isEmpty() || !directory.equals(file.getParent())) {
            throw new ServerTrouble("Not a file name");
        }
        var overwrite = form.text("overwrite").filter(flag -> flag.equals("true") || flag.equals("1"));
        var target = overwrite.isPresent() ? file : free(file, image.get());
        var stored = content.of(form, image.get());
        if (stored.isPresent()) {
            folders.write(target, stored.get());
        }
        return Answer.json(answer(target.getFileName().toString(), subfolder, type));
    }

    private ObjectNode answer(String name, String subfolder, String type) {
        var answer = PythonJson.object()
                .put("name", name)
                .put("subfolder", subfolder)
                .put("type", type);
        if (dialect.isNewer()) {
            answer.putObject("asset").put("name", name).putArray("tags").add(type);
        }
        return answer;
    }

    private Optional<byte[]> masked(UploadForm form, byte[] mask) throws IOException {
        var text = form.text("original_ref").orElseThrow(() -> new ServerTrouble("the JSON object must be str"));
        var original = PythonJson.read(text.getBytes(StandardCharsets.UTF_8));
        var root = folders.directory(original.path("type").asString("output"));
        if (root.isEmpty()) {
            return Optional.empty();
        }
        var file = root.get()
                .resolve(original.path("subfolder").asString(""))
                .resolve(original.path("filename").asString(""))
                .normalize();
        return file.startsWith(root.get()) && Files.isRegularFile(file)
                ? Optional.of(Encodings.withAlphaOf(file, mask))
                : Optional.empty();
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
}
