package org.genonaut.simulator.route;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.genonaut.simulator.image.ImageFolders;
import org.genonaut.simulator.protocol.Dialect;

/** Hands out pictures and takes uploads. */
final class FileRoutes {
    private static final Pattern ANNOTATED = Pattern.compile("(.*) \\[(output|input|temp)]", Pattern.DOTALL);

    private final ImageFolders folders;
    private final Dialect dialect;
    private final Uploads uploads;

    FileRoutes(ImageFolders folders, Dialect dialect) {
        this.folders = folders;
        this.dialect = dialect;
        this.uploads = new Uploads(folders, dialect);
    }

    List<Route> routes() {
        return List.of(
                Route.get("view", this::view),
                Route.post("upload/image", uploads::takeImage),
                Route.post("upload/mask", uploads::takeMask));
    }

    private Answer view(Request request) {
        var asked = request.parameter("filename");
        if (asked.isEmpty()) {
            return Answer.empty(HttpResponseStatus.NOT_FOUND);
        }
        var annotated = ANNOTATED.matcher(asked.get());
        var name = annotated.matches() ? annotated.group(1) : asked.get();
        var type = annotated.matches()
                ? annotated.group(2)
                : request.parameter("type").orElse("output");
        if (name.isEmpty() || name.startsWith("/") || name.contains("..")) {
            return Answer.empty(HttpResponseStatus.BAD_REQUEST);
        }
        return folders.directory(type)
                .map(directory -> view(request, directory, name))
                .orElseGet(() -> Answer.empty(HttpResponseStatus.BAD_REQUEST));
    }

    private Answer view(Request request, Path root, String name) {
        var directory = resolve(root, request.parameter("subfolder").orElse(""));
        if (directory.filter(inside -> inside.startsWith(root)).isEmpty()) {
            return Answer.empty(HttpResponseStatus.FORBIDDEN);
        }
        // Folders belong into "subfolder": of a path in the name only the last part counts.
        var file = resolve(directory.get(), name.substring(name.lastIndexOf('/') + 1));
        if (file.filter(Files::isRegularFile).isEmpty()) {
            return Answer.empty(HttpResponseStatus.NOT_FOUND);
        }
        try {
            return FileAnswer.of(request, file.get(), dialect);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> resolve(Path directory, String name) {
        return name.indexOf('\0') >= 0
                ? Optional.empty()
                : Optional.of(directory.resolve(name).normalize());
    }
}
