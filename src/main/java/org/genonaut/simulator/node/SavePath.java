package org.genonaut.simulator.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a picture is saved: a folder, the start of its name and the first free number there. */
record SavePath(Path directory, String subfolder, String name, int number) {
    private static final int LONGEST_NAME = 255;

    /** Works out the path for a prefix, which may name sub folders and hold tokens such as {@code %width%}. */
    static SavePath of(Path root, String prefix, int width, int height, LocalDateTime now) {
        if (prefix.indexOf('\0') >= 0) {
            throw NodeException.of("ValueError", "embedded null byte");
        }
        var path = Path.of(withTokens(prefix, width, height, now)).normalize();
        var directory =
                path.getParent() == null ? root : root.resolve(path.getParent()).normalize();
        if (!directory.startsWith(root)) {
            throw NodeException.of(
                    "Exception",
                    "**** ERROR: Saving image outside the output folder is not allowed.\n full_output_folder: "
                            + directory + "\n         output_dir: " + root + "\n         commonpath: "
                            + common(directory, root));
        }
        var name = path.toString().isEmpty() ? "." : path.getFileName().toString();
        var subfolder = root.relativize(directory).toString().replace('\\', '/');
        return new SavePath(directory, subfolder, name, firstFree(directory, name));
    }

    private static Path common(Path one, Path other) {
        var common = one;
        while (common != null && !other.startsWith(common)) {
            common = common.getParent();
        }
        return common == null ? one.getRoot() : common;
    }

    private static String withTokens(String prefix, int width, int height, LocalDateTime now) {
        if (!prefix.contains("%")) {
            return prefix;
        }
        var tokens = Map.of(
                "%width%", String.valueOf(width),
                "%height%", String.valueOf(height),
                "%year%", String.valueOf(now.getYear()),
                "%month%", "%02d".formatted(now.getMonthValue()),
                "%day%", "%02d".formatted(now.getDayOfMonth()),
                "%hour%", "%02d".formatted(now.getHour()),
                "%minute%", "%02d".formatted(now.getMinute()),
                "%second%", "%02d".formatted(now.getSecond()));
        var replaced = prefix;
        for (var token : tokens.entrySet()) {
            replaced = replaced.replace(token.getKey(), token.getValue());
        }
        return replaced;
    }

    private static int firstFree(Path directory, String name) {
        if (!Files.isDirectory(directory)) {
            return 1;
        }
        var numbered = Pattern.compile(Pattern.quote(name) + "_(\\d+)_.*", Pattern.DOTALL);
        try (var files = Files.list(directory)) {
            return files.map(file -> numbered.matcher(file.getFileName().toString()))
                            .filter(Matcher::matches)
                            .mapToInt(match -> Integer.parseInt(match.group(1)))
                            .max()
                            .orElse(0)
                    + 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the n-th picture of a batch, counted from 0. */
    String fileName(int n) {
        var file = "%s_%05d_.png".formatted(name.replace("%batch_num%", String.valueOf(n)), number + n);
        if (file.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw NodeException.of("OSError", "[Errno 36] File name too long: '" + directory.resolve(file) + "'");
        }
        return file;
    }
}
