package org.genonaut.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an admin says of a model.
 *
 * @param title 1 to 200 characters
 * @param description at most 2,000 characters
 * @param defaultStrength −100 to 100, or null for 1
 * @param triggerWords at most 1,000 characters together
 */
public record ModelEdit(
        String title,
        String description,
        ModelFamily family,
        boolean isActive,
        @Nullable Double defaultStrength,
        List<String> triggerWords) {

    public ModelEdit {
        triggerWords = triggerWords.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        require(!title.isBlank() && title.length() <= 200, "A title has 1 to 200 characters");
        require(description.length() <= 2000, "A description has at most 2000 characters");
        require(String.join(", ", triggerWords).length() <= 1000, "Trigger words have at most 1000 characters");
        require(defaultStrength == null || Math.abs(defaultStrength) <= 100, "A strength is −100 to 100");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
