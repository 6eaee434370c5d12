package org.genonaut.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.genonaut.simulator.fault.FaultTable;
import org.junit.jupiter.api.Test;

/** Keeps docs/simulator.md true; with {@code -Dgenonaut.rewrite-docs=true} it writes what comes from the code. */
class SimulatorPageTest {
    private static final Path PAGE = Path.of("docs/simulator.md");
    private static final Pattern CURL = Pattern.compile(
            "^curl (?:-X (\\w+) )?http://127\\.0\\.0\\.1:8189/(\\S*)(?: -d '(.*)')?$", Pattern.MULTILINE);

    private static void check(String section, String content) throws IOException {
        var page = Files.readString(PAGE);
        var begin = "<!-- " + section + ": from the code, by SimulatorPageTest -->\n";
        var start = page.indexOf(begin) + begin.length();
        var end = page.indexOf("<!-- end -->", start);
        assertThat(page).contains(begin);
        if (Boolean.getBoolean("genonaut.rewrite-docs")) {
            Files.writeString(PAGE, page.substring(0, start) + content + page.substring(end));
        } else {
            assertThat(page.substring(start, end))
                    .as("mvn test -Dtest=SimulatorPageTest -Dgenonaut.rewrite-docs=true writes it anew")
                    .isEqualTo(content);
        }
    }

    @Test
    void listsEveryFaultAsTheCodeHasIt() throws IOException {
        check("faults", FaultTable.markdown());
    }

    @Test
    void listsEveryOptionAsTheCommandTellsThem() throws IOException {
        check("options", "```\n" + SimulatorArguments.USAGE + "```\n");
    }

    @Test
    void showsCommandsThatWork() throws Exception {
        var options = SimulatorOptions.instant().withControlPort(0).withManualTime();
        try (var simulator = Simulator.start(options);
                var http = HttpClient.newHttpClient()) {
            var commands = CURL.matcher(Files.readString(PAGE)).results().toList();
            assertThat(commands).hasSize(16);
            for (var command : commands) {
                var request = HttpRequest.newBuilder(
                                simulator.controlUrl().orElseThrow().resolve(command.group(2)))
                        .method(part(command, 1, "GET"), BodyPublishers.ofString(part(command, 3, "")))
                        .build();
                var response = http.send(request, BodyHandlers.ofString());
                assertThat(response.statusCode())
                        .as(command.group() + "\n" + response.body())
                        .isEqualTo(200);
            }
        }
    }

    private static String part(MatchResult command, int group, String otherwise) {
        return command.group(group) == null ? otherwise : command.group(group);
    }
}
