package org.genonaut.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The table of results in the documentation: each run of a benchmark replaces the rows of the one before. */
final class ResultsTable {

    private final Path file;

    ResultsTable(Path file) {
        this.file = file;
    }

    /** @return the rows, for the console */
    String write(String benchmark, Figures figures) throws IOException {
        var rows =
                figures.found().stream().map(figure -> row(benchmark, figure)).toList();
        var lines = new ArrayList<>(Files.readAllLines(file));
        Predicate<String> earlier = line -> line.contains("| `" + benchmark + "`: ");
        int place = place(lines, earlier);
        lines.removeIf(earlier);
        lines.addAll(place, rows);
        Files.write(file, lines);
        return String.join("\n", rows);
    }

    /** Where the rows before stood, or the end of the table. */
    private static int place(List<String> lines, Predicate<String> earlier) {
        int last = 0;
        for (int line = 0; line < lines.size(); line++) {
            if (earlier.test(lines.get(line))) {
                return line;
            }
            last = lines.get(line).startsWith("|") ? line : last;
        }
        return last + 1;
    }

    private static String row(String benchmark, Figures.Figure figure) {
        return "| %s | `%s`: %s | %s | %s | %s | %s |"
                .formatted(
                        figure.id(), benchmark, figure.what(), figure.measured(), figure.target(), machine(), commit());
    }

    /** With its load, without which no figure means much. */
    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "%d cores, JDK %d, load %.1f"
                .formatted(system.getAvailableProcessors(), Runtime.version().feature(), system.getSystemLoadAverage());
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
