package org.genonaut.simulator.drawing.scene;

import org.genonaut.simulator.drawing.canvas.Dice;
import org.genonaut.simulator.drawing.canvas.Ink;
import org.genonaut.simulator.drawing.canvas.Noise;
import org.genonaut.simulator.drawing.canvas.Ramp;
import org.genonaut.simulator.drawing.scene.Mood.Time;
import org.genonaut.simulator.drawing.scene.Mood.Weather;

/**
 * The few colours of a picture.
 *
 * @param zenith the sky at its top, then {@code high}, {@code low}, {@code horizon}
 * @param near the darkest foreground
 * @param land what grows or lies in the middle distance
 * @param light the sun's or moon's own colour
 * @param accent what catches the eye: roofs, jackets, stripes
 * @param second what answers the accent
 */
public record Palette(
        Ink zenith, Ink high, Ink low, Ink horizon, Ink near, Ink land, Ink light, Ink accent, Ink second) {

    /** Lit windows and lanterns. */
    public static final Ink LAMP = Ink.of(0xFFDFA0);

    public static Palette of(Words words, Mood mood, Style style, Dice dice) {
        Palette hour = ofHour(mood.time(), dice);
        hour = hour.under(mood.weather());
        Ink accent = named(words, dice.oneOf(0xB5432F, 0xC8553D, 0xD9772B, 0xA83A4A, 0x1F7A74));
        hour = hour.coloured(words, accent).grown(mood, words);
        return new Palette(
                style.of(hour.zenith),
                style.of(hour.high),
                style.of(hour.low),
                style.of(hour.horizon),
                style.of(hour.near),
                style.of(hour.land),
                style.of(hour.light),
                style.of(accent),
                style.of(dice.oneOf(Ink.of(0xE3B04B), Ink.of(0x2F7F86), Ink.of(0xD98F8F), Ink.of(0x6B8F71))));
    }

    /** What lies far off is pale, what is near is dark: 0 at the horizon to 1 in front. */
    public Ink depth(double t) {
        return low.mix(high, 0.4).mix(near, StrictMath.pow(Noise.clamp(t), 1.15));
    }

    /** Growing land from the horizon (0) to the foreground (1). */
    public Ink ground(double t) {
        Ink middle = low.mix(land, 0.35 + 0.65 * Noise.clamp(t * 1.6));
        return middle.mix(near, 0.75 * Noise.step(0.25, 1.15, t));
    }

    public Ramp sky() {
        return new Ramp(zenith, high, low, horizon);
    }

    /** A thing's own colour as the hour's light shows it. */
    public Ink lit(Ink own) {
        Ink dimmed = light.lightness() < 0.9 ? own.mix(zenith, 0.35) : own;
        return dimmed.mix(horizon, 0.12);
    }

    private static Palette ofHour(Time time, Dice dice) {
        return switch (time) {
            case DAWN ->
                dice.chance(0.5)
                        ? hour(0x6F8FB4, 0xC4B7C6, 0xF4C9AE, 0xFBE6CB, 0x26324A, 0x7F8F7A, 0xFFF3DC)
                        : hour(0x8493C6, 0xD8B4C8, 0xF5C6BC, 0xFDEAD8, 0x3A3152, 0x93907F, 0xFFF0E4);
            case DAY ->
                dice.chance(0.6)
                        ? hour(0x2C78BD, 0x6DB1DF, 0xB4DCEC, 0xEDF6EA, 0x173A3E, 0x7FAE62, 0xFFFBEA)
                        : hour(0x2E7F8E, 0x73B7B8, 0xBFDFD3, 0xF3F1DC, 0x12343A, 0x74A277, 0xFFF9E2);
            case GOLDEN -> hour(0xD9925A, 0xEDB873, 0xF7D99C, 0xFEF1CF, 0x3B2519, 0xA8904A, 0xFFF6D6);
            case SUNSET ->
                dice.chance(0.6)
                        ? hour(0x2B3668, 0x8A5788, 0xE2806A, 0xFAC88B, 0x1C1531, 0x6A5562, 0xFFE3AE)
                        : hour(0x3B2F63, 0xB0567B, 0xF0795F, 0xFFC37A, 0x24122C, 0x74505A, 0xFFDFA0);
            case NIGHT ->
                dice.chance(0.6)
                        ? hour(0x0A1230, 0x14264F, 0x2A4A77, 0x5F86A8, 0x050A18, 0x24405A, 0xF4EFD8)
                        : hour(0x0D1026, 0x251F4D, 0x503C77, 0x9277A0, 0x0A0716, 0x3A3559, 0xFBEBD6);
        };
    }

    private static Palette hour(int zenith, int high, int low, int horizon, int near, int land, int light) {
        return new Palette(
                Ink.of(zenith),
                Ink.of(high),
                Ink.of(low),
                Ink.of(horizon),
                Ink.of(near),
                Ink.of(land),
                Ink.of(light),
                Ink.BLACK,
                Ink.BLACK);
    }

    private Palette under(Weather weather) {
        return switch (weather) {
            case CLEAR -> this;
            case CLOUDY -> veiled(Ink.of(0x8C9AA6), 0.4, 0.75);
            case FOG -> veiled(Ink.of(0xC9D6D6), 0.42, 0.75);
            case STORM -> veiled(Ink.of(0x6A7C8C), 0.58, 0.55);
            case RAIN -> veiled(Ink.of(0x6C7F90), 0.5, 0.6);
            case SNOW -> veiled(Ink.of(0xBFD6EA), 0.3, 0.85);
        };
    }

    /** Seen through a veil, which keeps some of the hour's own lightness. */
    private Palette veiled(Ink veil, double amount, double chroma) {
        return new Palette(
                veil(zenith, veil.darker(0.2), amount, chroma),
                veil(high, veil, amount, chroma),
                veil(low, veil.lighter(0.2), amount * 0.9, chroma),
                veil(horizon, veil.lighter(0.45), amount * 0.9, chroma),
                near.turned(0.7, 0),
                veil(land, veil, amount * 0.5, 0.8),
                light.mix(veil.lighter(0.7), 0.3),
                accent,
                second);
    }

    private static Ink veil(Ink ink, Ink veil, double amount, double chroma) {
        Ink at = ink.lightness() < 0.45 ? veil.darker(0.55) : veil;
        return ink.turned(chroma, 0).mix(at, amount);
    }

    private Palette coloured(Words words, Ink accent) {
        double amount = words.has("monochrome", "monochromatic", "tonal") ? 0.85 : isNamed(words) ? 0.16 : 0;
        return new Palette(
                zenith.tinted(accent, amount),
                high.tinted(accent, amount),
                low.tinted(accent, amount),
                horizon.tinted(accent, amount * 0.5),
                near.tinted(accent, amount),
                land.tinted(accent, amount),
                light,
                accent,
                second);
    }

    private Palette grown(Mood mood, Words words) {
        Ink grows = land;
        if (mood.autumn()) {
            grows = land.mix(Ink.of(0xC8742C), 0.7);
        } else if (mood.is(Weather.SNOW)) {
            grows = land.mix(Ink.of(0xEFF5FA), mood.night() ? 0.45 : 0.8);
        } else if (mood.spring()) {
            grows = land.mix(Ink.of(0x9CC07C), 0.5);
        } else if (words.has("green", "lush", "jungle")) {
            grows = land.mix(Ink.of(0x4F8F4A), 0.55);
        }
        return new Palette(zenith, high, low, horizon, near, grows, light, accent, second);
    }

    private static boolean isNamed(Words words) {
        for (Named colour : Named.values()) {
            if (words.has(colour.words)) {
                return true;
            }
        }
        return false;
    }

    private static Ink named(Words words, int usual) {
        int first = Words.ABSENT;
        Ink ink = Ink.of(usual);
        for (Named colour : Named.values()) {
            int at = words.firstOf(colour.words);
            if (at < first) {
                first = at;
                ink = Ink.of(colour.rgb);
            }
        }
        return ink;
    }

    private enum Named {
        RED(0xB8392B, "red", "crimson", "scarlet", "ruby", "vermilion"),
        ORANGE(0xD8742A, "orange", "amber", "tangerine"),
        YELLOW(0xE0B03A, "yellow", "gold", "mustard", "lemon"),
        GREEN(0x3F8553, "green", "emerald", "jade", "olive", "mint"),
        TEAL(0x1F7F80, "teal", "turquoise", "cyan", "celadon", "verdigri"),
        BLUE(0x2F62A8, "blue", "indigo", "cobalt", "navy", "azure"),
        PURPLE(0x75499A, "purple", "violet", "lavender", "plum", "lilac"),
        PINK(0xD8709A, "pink", "rose", "magenta", "coral"),
        BROWN(0x8A5A3A, "brown", "copper", "terracotta", "bronze", "sepia");

        private final int rgb;
        private final String[] words;

        Named(int rgb, String... words) {
            this.rgb = rgb;
            this.words = words;
        }
    }
}
