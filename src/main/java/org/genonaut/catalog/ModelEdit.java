package org.genonaut.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an admin says of a model.
 *
 * @param title 1 to {@value #MAX_TITLE} characters
 * @param description at most {@value #MAX_DESCRIPTION} characters
 * @param defaultStrength −{@value #MAX_STRENGTH} to {@value #MAX_STRENGTH}, or null for 1
 * @param triggerWords at most {@value #MAX_TRIGGER_WORDS} characters together, as {@link #joined} writes them
 */
public record ModelEdit(
        String title,
        String description,
        ModelFamily family,
        boolean isActive,
        @Nullable Double defaultStrength,
        List<String> triggerWords) {

    public static final int MAX_TITLE = 200;
    public static final int MAX_DESCRIPTION = 2000;
    public static final int MAX_TRIGGER_WORDS = 1000;
    public static final double MAX_STRENGTH = 100;

    public ModelEdit {
        title = title.strip();
        triggerWords = triggerWords.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        require(!title.isEmpty() && title.length() <= MAX_TITLE, "A title has 1 to 200 characters");
        require(description.length() <= MAX_DESCRIPTION, "A description has at most 2000 characters");
        require(joined(triggerWords).length() <= MAX_TRIGGER_WORDS, "Trigger words have at most 1000 characters");
        require(defaultStrength == null || Math.abs(defaultStrength) <= MAX_STRENGTH, "A strength is −100 to 100");
    }

    /** A model as it is, to begin with. */
    public static ModelEdit of(AvailableModel model) {
        return new ModelEdit(
                model.title(),
                model.description(),
                model.family(),
                model.isActive(),
                model.defaultStrength(),
                model.triggerWords());
    }

    /** Trigger words in one line, as they are stored and typed. */
    public static String joined(List<String> triggerWords) {
        return String.join(", ", triggerWords);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
