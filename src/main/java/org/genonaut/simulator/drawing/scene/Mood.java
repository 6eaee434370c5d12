package org.genonaut.simulator.drawing.scene;

import org.genonaut.simulator.drawing.canvas.Dice;

/** The hour and the weather of a picture. */
public record Mood(Time time, Weather weather, boolean aurora, boolean autumn, boolean spring) {

    public enum Time {
        DAWN,
        DAY,
        GOLDEN,
        SUNSET,
        NIGHT
    }

    public enum Weather {
        CLEAR,
        CLOUDY,
        FOG,
        STORM,
        RAIN,
        SNOW
    }

    /** As the words say; an hour nobody named is the style's favourite or, less often, another one. */
    public static Mood of(Words words, Words unwanted, Style style, Dice dice) {
        var weather = weather(words);
        boolean aurora = words.has("aurora", "northern light", "polar light");
        Time usual = dice.chance(0.55) ? style.favourite() : dice.oneOf(Time.values());
        Time time = aurora ? Time.NIGHT : time(words, weather == Weather.STORM ? Time.DAY : usual);
        if (weather != Weather.FOG && unwanted.has("cloud", "rain", "storm", "snow", "overcast", "cloudy")) {
            weather = Weather.CLEAR;
        }
        return new Mood(
                time,
                unwanted.has("fog", "mist", "haze") && weather == Weather.FOG ? Weather.CLEAR : weather,
                aurora,
                words.has("autumn", "fall", "october", "november", "maple", "harvest"),
                words.has("spring", "blossom", "cherry", "sakura", "april", "may"));
    }

    public boolean night() {
        return time == Time.NIGHT;
    }

    public boolean is(Weather other) {
        return weather == other;
    }

    private static Time time(Words words, Time usual) {
        if (words.has("night", "midnight", "moonlight", "moonlit", "moon", "starry", "star", "nocturne", "milky way")) {
            return Time.NIGHT;
        }
        if (words.has("sunset", "dusk", "twilight", "evening", "blue hour", "burning")) {
            return Time.SUNSET;
        }
        if (words.has("dawn", "sunrise", "morning", "daybreak", "first light")) {
            return Time.DAWN;
        }
        if (words.has("golden hour", "golden", "late afternoon", "afternoon", "warm light")) {
            return Time.GOLDEN;
        }
        return words.has("noon", "midday", "day", "daylight", "sunny", "summer", "blue sky") ? Time.DAY : usual;
    }

    private static Weather weather(Words words) {
        if (words.has("storm", "stormy", "thunder", "lightning", "tempest", "gale")) {
            return Weather.STORM;
        }
        if (words.has("snow", "snowy", "winter", "blizzard", "frost", "frozen", "ice", "icy")) {
            return Weather.SNOW;
        }
        if (words.has("rain", "rainy", "drizzle", "downpour", "umbrella", "wet")) {
            return Weather.RAIN;
        }
        if (words.has("fog", "foggy", "mist", "misty", "haze", "hazy")) {
            return Weather.FOG;
        }
        return words.has("cloud", "cloudy", "overcast", "grey", "gray", "moody") ? Weather.CLOUDY : Weather.CLEAR;
    }
}
