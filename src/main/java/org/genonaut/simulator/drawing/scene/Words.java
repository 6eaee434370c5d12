package org.genonaut.simulator.drawing.scene;

import java.util.Locale;

/** A prompt as a row of plain words: lower case, without weights, punctuation and plural endings. */
public final class Words {

    /** What {@link #firstOf} gives when no word is there. */
    public static final int ABSENT = Integer.MAX_VALUE;

    private final String row;

    public Words(String text) {
        var words = new StringBuilder(" ");
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.append(singular(word)).append(' ');
            }
        }
        row = words.toString();
    }

    public boolean has(String... phrases) {
        return firstOf(phrases) != ABSENT;
    }

    /** Where the first of these words or phrases stands; smaller is earlier. */
    public int firstOf(String... phrases) {
        int first = ABSENT;
        for (String phrase : phrases) {
            int at = row.indexOf(" " + phrase + " ");
            if (at >= 0 && at < first) {
                first = at;
            }
        }
        return first;
    }

    private static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
