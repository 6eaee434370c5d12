package org.genonaut.storage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where an original lies in the store, for example {@code 2026/11/22/0197….png}: plain names joined by slashes, which
 * can neither leave the store nor mean anything special to a file system.
 *
 * @param value at most 200 characters; each name at most 100, of ASCII letters, digits, {@code -}, {@code _} and inner dots
 */
public record ImageKey(String value) {

    private static final int LONGEST = 200;
    private static final Pattern NAMES;

    static {
        String name = "(?=[^/]{1,100}(?:/|$))[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*";
        NAMES = Pattern.compile(name + "(?:/" + name + ")*");
    }

    /** @throws IllegalArgumentException if the value is not such a path */
    public ImageKey {
        if (value.length() > LONGEST || !NAMES.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an image key");
        }
    }

    /** The key of an image made on a day: one folder a day, so that no folder grows without bound. */
    public static ImageKey of(LocalDate day, UUID image, ImageFormat format) {
        return new ImageKey(DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT)
                        .format(day) + "/" + image + "." + format.extension());
    }

    @Override
    public String toString() {
        return value;
    }
}
