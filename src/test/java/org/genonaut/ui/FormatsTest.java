package org.genonaut.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:58:00Z");

    private final Formats british = formats(Locale.UK);
    private final Formats german = formats(Locale.GERMANY);

    @ParameterizedTest
    @CsvSource({"400, 0.4 s", "7400, 7.4 s", "11200, 11 s", "59900, 1 min", "125000, 2 min 5 s", "3840000, 1 h 4 min"})
    void saysHowLongSomethingTook(long milliseconds, String text) {
        assertThat(british.duration(Duration.ofMillis(milliseconds))).isEqualTo(unbreakable(text));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1500, 1.5 kB", "1900000, 1.9 MB", "123456789, 123 MB", "6600000000, 6.6 GB"})
    void saysHowBigAFileIs(long bytes, String text) {
        assertThat(british.bytes(bytes)).isEqualTo(unbreakable(text));
    }

    @Test
    void writesNumbersAsTheViewerIsUsedTo() {
        assertThat(british.number(1581)).isEqualTo("1,581");
        assertThat(german.number(1581)).isEqualTo("1.581");
        assertThat(british.decimal(0.8, 2)).isEqualTo("0.80");
        assertThat(german.decimal(0.8, 2)).isEqualTo("0,80");
        assertThat(british.percent(0.629)).isEqualTo(unbreakable("62 %"));
        assertThat(british.size(1216, 832)).isEqualTo(unbreakable("1216 × 832"));
        assertThat(british.megapixels(1216, 832)).isEqualTo(unbreakable("1.01 MP"));
    }

    @Test
    void tellsTheTimeInTheViewersZone() {
        assertThat(british.time(NOW)).isEqualTo("13:58");
    }

    @Test
    void tellsAMomentWithinASentence() {
        assertThat("since " + british.since(NOW)).isEqualTo("since 13:58");
        assertThat(british.since(NOW.minus(Duration.ofDays(2)))).isEqualTo("20 Nov 13:58");
    }

    @Test
    void saysHowMuchMemoryACardHasAsItsMakerDoes() {
        assertThat(british.memory(25_757_220_864L)).isEqualTo(unbreakable("24 GB"));
    }

    @Test
    void namesTheYearOfADayOnlyWhenItIsNotThisOne() {
        assertThat(british.day(LocalDate.of(2026, 10, 3))).isEqualTo("3 Oct");
        assertThat(british.day(LocalDate.of(2025, 10, 3))).isEqualTo("3 Oct 2025");
        assertThat(german.day(LocalDate.of(2026, 10, 3))).isEqualTo("3. Okt.");
    }

    private static String unbreakable(String text) {
        return text.replaceAll("(?<=\\d) (?=\\D)|(?<=×) ", "\u00a0");
    }

    private static Formats formats(Locale locale) {
        return new Formats(locale, ZoneId.of("Europe/Berlin"), Clock.fixed(NOW, ZoneId.of("UTC")));
    }
}
