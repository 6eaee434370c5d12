package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genonaut.generation.FailureKind;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** The fault table in docs/comfyui.md says what the code does; {@code -Dgenonaut.docs.write=true} writes it anew. */
class FaultTableTest {

    private static final Path PAGE = Path.of("docs/comfyui.md");
    private static final String BEGIN = "<!-- fault table: made by FaultTableTest -->\n";
    private static final String END = "<!-- end of the fault table -->";

    private static final RunProperties SETTINGS = new RunProperties(
            true,
            Duration.ofMinutes(30),
            Duration.ofMinutes(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            DataSize.ofMegabytes(256));

    private static final ResourceBundle SENTENCES = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ROOT);

    @Test
    void isWhatTheCodeDoes() throws IOException {
        var page = Files.readString(PAGE);
        var from = page.indexOf(BEGIN) + BEGIN.length();
        var to = page.indexOf(END);
        if (Boolean.getBoolean("genonaut.docs.write")) {
            Files.writeString(PAGE, page.substring(0, from) + table() + page.substring(to));
            return;
        }

        assertThat(page.substring(from, to)).isEqualTo(table());
    }

    private static String table() {
        return Stream.of(FailureKind.values())
                .map(FaultTableTest::row)
                .collect(Collectors.joining(
                        "", "| kind | cause | what Genonaut does | what a person reads |\n|---|---|---|---|\n", ""));
    }

    private static String row(FailureKind kind) {
        var rule = FailureRule.of(kind);
        return "| `%s` | %s | %s | %s %s |\n"
                .formatted(
                        kind.word(), rule.cause(), then(rule), sentence(kind.word()), sentence(kind.word() + ".next"));
    }

    private static String then(FailureRule rule) {
        var late = rule.unsettled() ? "; a picture that comes later is taken" : "";
        return again(rule) + late;
    }

    private static String again(FailureRule rule) {
        return rule.tries() == 1
                ? "ends the job"
                : "tries again%s, %d times in all, after %s"
                        .formatted(
                                rule.elsewhere() ? " on another backend first" : "",
                                rule.tries(),
                                Stream.iterate(1, attempt -> attempt < rule.tries(), attempt -> attempt + 1)
                                        .map(attempt ->
                                                SETTINGS.pauseAfter(attempt).toSeconds() + " s")
                                        .collect(Collectors.joining(", ")));
    }

    private static String sentence(String kind) {
        return MessageFormat.format(SENTENCES.getString("generate.failed." + kind), "GPU A", "1024 × 1024");
    }
}
