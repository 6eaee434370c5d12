package org.genonaut.backend;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.genonaut.backend.FleetEvent.Situation;
import org.junit.jupiter.api.Test;

/**
 * The picture of a backend's states in docs/architecture.md says what the code does: every situation that some series of
 * events leads to is visited. {@code -Dgenonaut.docs.write=true} draws it anew.
 */
class BackendStatesPageTest {

    private static final Path PAGE = Path.of("docs/architecture.md");
    private static final String BEGIN = "<!-- states of a backend: made by BackendStatesPageTest -->\n";
    private static final String END = "<!-- end of the states -->";

    /** Time stands still, so that there are few situations. */
    private static final Instant NOW = Instant.EPOCH;

    @Test
    void isWhatTheCodeDoes() throws IOException {
        var page = Files.readString(PAGE);
        var from = page.indexOf(BEGIN) + BEGIN.length();
        var to = page.indexOf(END);
        if (Boolean.getBoolean("genonaut.docs.write")) {
            Files.writeString(PAGE, page.substring(0, from) + picture() + page.substring(to));
            return;
        }

        assertThat(page.substring(from, to)).isEqualTo(picture());
    }

    @Test
    void everyStateIsReached() {
        var leaves = Stream.of(BackendState.class.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? Stream.of(kind.getPermittedSubclasses()) : Stream.of(kind));
        var reached = new HashSet<Class<?>>();
        situations().forEach(situation -> reached.add(situation.state().getClass()));

        assertThat(reached).containsExactlyInAnyOrderElementsOf(leaves.toList());
    }

    private record Arrow(String from, String to) {}

    private static String picture() {
        var arrows = new LinkedHashMap<Arrow, Set<String>>();
        for (var situation : situations()) {
            for (var event : FleetEvent.values()) {
                var arrow = new Arrow(kind(situation), kind(event.happenTo(situation, NOW)));
                if (!arrow.from().equals(arrow.to())) {
                    arrows.computeIfAbsent(arrow, none -> new LinkedHashSet<>()).add(event.words);
                }
            }
        }
        return arrows.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .sorted()
                .collect(joining("", "```mermaid\nstateDiagram-v2\n    [*] --> Unknown\n", "```\n"));
    }

    private static String line(Arrow arrow, Set<String> events) {
        return "    %s --> %s: %s%n"
                .formatted(arrow.from(), arrow.to(), events.stream().sorted().collect(joining(" / ")));
    }

    private static List<Situation> situations() {
        var found = new LinkedHashSet<>(List.of(Situation.first(NOW)));
        var next = new ArrayDeque<>(found);
        while (!next.isEmpty()) {
            var situation = next.poll();
            for (var event : FleetEvent.values()) {
                var after = event.happenTo(situation, NOW);
                if (found.add(after)) {
                    next.add(after);
                }
            }
        }
        return new ArrayList<>(found);
    }

    private static String kind(Situation situation) {
        return situation.state().getClass().getSimpleName();
    }
}
