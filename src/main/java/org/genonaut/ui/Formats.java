package org.genonaut.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinSession;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes numbers, sizes and times as the viewer is used to: their locale, their zone, an unbreakable space
 * before a unit. */
public record Formats(Locale locale, ZoneId zone, Clock clock) {

    /** So that "11 s" never falls apart at the end of a line. The narrow one is a hair in our font and reads as none. */
    private static final char SPACE = '\u00a0';

    private static final Duration SOON = Duration.ofSeconds(90);

    /** For the viewer that the current thread serves. */
    public static Formats current() {
        var ui = UI.getCurrent();
        return new Formats(localeOf(ui), zoneOf(ui), Clock.systemUTC());
    }

    /** "1,581" */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** "1st", "22nd"; "1." where people write it so. */
    public String ordinal(int value) {
        if (!locale.getLanguage().equals("en")) {
            return number(value) + ".";
        }
        boolean teens = value / 10 % 10 == 1;
        var suffix = switch (teens ? 0 : value % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return number(value) + suffix;
    }

    /** "0.80": always as many digits behind the point as asked for. */
    public String decimal(double value, int digits) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    /** "62 %", from a fraction of 1. */
    public String percent(double fraction) {
        return unit(number((long) Math.floor(fraction * 100)), "%");
    }

    /** "7.4 s", "11 s", "2 min 5 s", "1 h 4 min": as exact as one cares to know. */
    public String duration(Duration duration) {
        var seconds = Math.round(duration.toMillis() / 1000.0);
        if (duration.toMillis() < 9_950) {
            return unit(decimal(duration.toMillis() / 1000.0, 1), "s");
        } else if (seconds < 60) {
            return unit(number(seconds), "s");
        } else if (seconds < 3600) {
            return unit(number(seconds / 60), "min") + (seconds % 60 == 0 ? "" : " " + unit(number(seconds % 60), "s"));
        }
        var minutes = seconds / 60;
        return unit(number(minutes / 60), "h") + (minutes % 60 == 0 ? "" : " " + unit(number(minutes % 60), "min"));
    }

    /** "1216 × 832", in pixels and never grouped. */
    public String size(int width, int height) {
        return width + "" + SPACE + "×" + SPACE + height;
    }

    /** "1.01 MP" */
    public String megapixels(int width, int height) {
        return unit(decimal((double) width * height / 1_000_000, 2), "MP");
    }

    /** "1.9 MB", in powers of 1000. */
    public String bytes(long bytes) {
        var units = new String[] {"B", "kB", "MB", "GB", "TB"};
        var scaled = (double) bytes;
        var power = 0;
        while (scaled >= 999.5 && power < units.length - 1) {
            scaled /= 1000;
            power++;
        }
        return unit(decimal(scaled, power == 0 || scaled >= 99.95 ? 0 : 1), units[power]);
    }

    /** "24 GB" of memory, in powers of 1024, as makers print it on the box. */
    public String memory(long bytes) {
        return unit(number(Math.round((double) bytes / (1L << 30))), "GB");
    }

    /** "13:58" */
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /** "Today", "Yesterday", "22 Nov", and with its year when that is not this one. */
    public String day(LocalDate day) {
        var today = LocalDate.now(clock.withZone(zone));
        if (day.equals(today)) {
            return I18NProvider.translate(locale, "format.today");
        } else if (day.equals(today.minusDays(1))) {
            return I18NProvider.translate(locale, "format.yesterday");
        }
        var pattern = day.getYear() == today.getYear() ? "MMMd" : "yMMMd";
        return DateTimeFormatter.ofLocalizedPattern(pattern).withLocale(locale).format(day);
    }

    /** "Today 13:58" */
    public String moment(Instant instant) {
        return day(instant.atZone(zone).toLocalDate()) + " " + time(instant);
    }

    /** "today 13:58", "22 Nov 13:58": within a sentence. */
    public String momentWithin(Instant instant) {
        var day = instant.atZone(zone).toLocalDate();
        var today = LocalDate.now(clock.withZone(zone));
        if (day.equals(today)) {
            return I18NProvider.translate(locale, "format.within.today") + " " + time(instant);
        } else if (day.equals(today.minusDays(1))) {
            return I18NProvider.translate(locale, "format.within.yesterday") + " " + time(instant);
        }
        return moment(instant);
    }

    /** "13:58" of today, "yesterday 13:58", "22 Nov 13:58": behind "since". */
    public String since(Instant instant) {
        var day = instant.atZone(zone).toLocalDate();
        return day.equals(LocalDate.now(clock.withZone(zone))) ? time(instant) : momentWithin(instant);
    }

    /** "in 5–9 s" when it is soon, else "14:03–14:07" */
    public String between(Instant earliest, Instant latest) {
        return isSoon(latest) ? inSeconds(earliest, latest) : times(earliest, latest);
    }

    /** "in 5–9 s", "about 14:03–14:07": within a sentence. */
    public String betweenWithin(Instant earliest, Instant latest) {
        return isSoon(latest)
                ? inSeconds(earliest, latest)
                : I18NProvider.translate(locale, "format.within.about", times(earliest, latest));
    }

    private boolean isSoon(Instant at) {
        return at.isBefore(clock.instant().plus(SOON));
    }

    private String times(Instant earliest, Instant latest) {
        var from = time(earliest);
        var to = time(latest);
        return from.equals(to) ? to : from + "–" + to;
    }

    private String inSeconds(Instant earliest, Instant latest) {
        long from = secondsUntil(earliest);
        long to = Math.max(1, secondsUntil(latest));
        return from == to
                ? I18NProvider.translate(locale, "format.in", to)
                : I18NProvider.translate(locale, "format.in-between", from, to);
    }

    private long secondsUntil(Instant at) {
        return Math.max(0, Math.round(Duration.between(clock.instant(), at).toMillis() / 1000.0));
    }

    private static String unit(String value, String unit) {
        return value + SPACE + unit;
    }

    /** The browser knows the country as well, which decides about dates; the UI's locale is only one of our languages. */
    private static Locale localeOf(UI ui) {
        var language = ui.getLocale();
        var session = VaadinSession.getCurrent();
        var browser = session == null ? null : session.getBrowser().getLocale();
        return browser != null && browser.getLanguage().equals(language.getLanguage()) ? browser : language;
    }

    private static ZoneId zoneOf(UI ui) {
        return zone(ui.getPage().getExtendedClientDetails().getTimeZoneId());
    }

    private static ZoneId zone(@Nullable String id) {
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknownToThisJvm) {
            return ZoneOffset.UTC;
        }
    }
}
