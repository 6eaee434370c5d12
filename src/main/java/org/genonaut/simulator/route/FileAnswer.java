package org.genonaut.simulator.route;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.genonaut.simulator.protocol.Dialect;

/** Answers with a file: whole, in part, unchanged, or encoded anew. */
final class FileAnswer {
    private static final Map<String, String> TYPES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "webp", "image/webp",
            "gif", "image/gif",
            "svg", "image/svg+xml",
            "txt", "text/plain",
            "json", "application/json",
            "mp4", "video/mp4");
    /** What a browser would run scripts of. */
    private static final Set<String> ACTIVE = Set.of("svg", "html", "htm");

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private FileAnswer() {}

    static Answer of(Request request, Path file, Dialect dialect) throws IOException {
        return answer(request, file).with("Content-Disposition", disposition(file, dialect));
    }

    private static Answer answer(Request request, Path file) throws IOException {
        var preview = request.parameter("preview");
        if (preview.isPresent()) {
            return Encodings.preview(file, preview.get());
        }
        var channel = request.parameter("channel").orElse("rgba");
        return channel.equals("rgb") || channel.equals("a") ? Encodings.channel(file, channel) : plain(request, file);
    }

    /** Later versions do not let a browser show what could run scripts in their name. */
    private static String disposition(Path file, Dialect dialect) {
        var name = file.getFileName().toString().replaceAll("[\\x00-\\x1f\"\\\\]", "_");
        var attached = dialect.isNewer() && ACTIVE.contains(extension(file));
        return (attached ? "attachment; " : "") + "filename=\"" + name + "\"";
    }

    private static Answer plain(Request request, Path file) throws IOException {
        var modified = Files.getLastModifiedTime(file);
        var etag = "\"%x-%x\"".formatted(modified.to(TimeUnit.NANOSECONDS), Files.size(file));
        var date = HTTP_DATE.format(modified.toInstant().atOffset(ZoneOffset.UTC));
        var isKnown = request.header("If-None-Match")
                        .filter(known -> known.contains(etag))
                        .isPresent()
                || request.header("If-Modified-Since").filter(date::equals).isPresent();
        var answer =
                isKnown ? Answer.of(HttpResponseStatus.NOT_MODIFIED, type(file), new byte[0]) : body(request, file);
        return answer.with("Etag", etag).with("Last-Modified", date);
    }

    private static Answer body(Request request, Path file) throws IOException {
        var content = Files.readAllBytes(file);
        var range = request.header("Range").map(RANGE::matcher).filter(match -> match.matches());
        if (range.isEmpty()) {
            return Answer.of(HttpResponseStatus.OK, type(file), content).with("Accept-Ranges", "bytes");
        }
        var first = range.get().group(1);
        var last = range.get().group(2);
        var from = first.isEmpty() ? Math.max(0, content.length - number(last)) : number(first);
        var to = first.isEmpty() || last.isEmpty() ? content.length - 1L : Math.min(number(last), content.length - 1L);
        if (from > to) {
            return Answer.empty(HttpResponseStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .with("Content-Range", "bytes */" + content.length);
        }
        var part = Arrays.copyOfRange(content, (int) from, (int) to + 1);
        return Answer.of(HttpResponseStatus.PARTIAL_CONTENT, type(file), part)
                .with("Accept-Ranges", "bytes")
                .with("Content-Range", "bytes %d-%d/%d".formatted(from, to, content.length));
    }

    private static long number(String digits) {
        return digits.isEmpty() || digits.length() > 15 ? Integer.MAX_VALUE : Long.parseLong(digits);
    }

    private static String type(Path file) {
        return TYPES.getOrDefault(extension(file), "application/octet-stream");
    }

    private static String extension(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
