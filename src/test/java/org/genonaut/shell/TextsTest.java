package org.genonaut.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.genonaut.backend.Absence;
import org.genonaut.generation.FailureKind;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Properties english = load("translations.properties");
    private final Properties german = load("translations_de.properties");

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void everyFailureAndEveryAbsenceHasItsWords() {
        assertThat(english.stringPropertyNames())
                .containsAll(Stream.of(FailureKind.values())
                        .flatMap(kind -> Stream.of(kind.word(), kind.word() + ".next"))
                        .map(key -> "generate.failed." + key)
                        .toList())
                .containsAll(Stream.of(Absence.values())
                        .flatMap(why -> Stream.of("generate.fleet.away.", "backends.absence.", "fleet.trouble.")
                                .map(place -> place + why.word()))
                        .toList());
    }

    @Test
    void everyPatternCanBeFilled() {
        for (var texts : new Properties[] {english, german}) {
            texts.stringPropertyNames().stream()
                    .map(texts::getProperty)
                    .filter(text -> text.contains("{"))
                    .forEach(text -> assertThatNoException()
                            .isThrownBy(() -> new MessageFormat(text, Locale.ENGLISH).format(new Object[] {1, 2, 3})));
        }
    }

    @Test
    void noPatternLosesAnApostrophe() {
        for (var texts : new Properties[] {english, german}) {
            assertThat(texts.stringPropertyNames().stream()
                            .map(texts::getProperty)
                            .filter(text ->
                                    text.contains("{") && text.replace("''", "").contains("'")))
                    .isEmpty();
        }
    }

    private static Properties load(String name) {
        try (var bundle = TextsTest.class.getResourceAsStream("/vaadin-i18n/" + name)) {
            var texts = new Properties();
            texts.load(new InputStreamReader(bundle, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
