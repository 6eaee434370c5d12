package org.genonaut.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of results in the documentation: one row for each figure, replaced by each run. */
final class BenchmarkTable {

    private static final Path FILE = Path.of("docs", "benchmarks.md");

    private BenchmarkTable() {}

    /** What one figure is, what was measured, and what it should be. */
    record Row(String id, String what, String measured, String target) {

        String markdown() {
            return "| %s | %s | %s | %s | %s | %s |".formatted(id, what, measured, target, machine(), commit());
        }
    }

    /** Writes the row in place of an earlier one of its id, or at the end; answers it for the console. */
    static String write(Row row) throws IOException {
        return write(FILE, row);
    }

    static String write(Path file, Row row) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(file));
        int earlier = indexOf(lines, "| " + row.id() + " |");
        if (earlier >= 0) {
            lines.set(earlier, row.markdown());
        } else {
            lines.add(lastOfTable(lines) + 1, row.markdown());
        }
        Files.write(file, lines);
        return row.markdown();
    }

    private static int indexOf(List<String> lines, String beginning) {
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).startsWith(beginning)) {
                return line;
            }
        }
        return -1;
    }

    private static int lastOfTable(List<String> lines) {
        int last = lines.size() - 1;
        while (last > 0 && !lines.get(last).startsWith("|")) {
            last--;
        }
        return last;
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, JDK "
                + Runtime.version().feature();
    }

    private static String commit() {
        try {
            var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException notFromAClone) {
            return "";
        }
    }
}
