package org.genonaut.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds models by words of their title, name, description and trigger words; every word must be there. */
public final class ModelSearch {

    private ModelSearch() {}

    /** @param text words in any order; without any, all models are found */
    public static List<AvailableModel> in(List<AvailableModel> models, String text) {
        var words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        return models.stream().filter(model -> matches(model, words)).toList();
    }

    private static boolean matches(AvailableModel model, String[] words) {
        var said = String.join(
                        "\n",
                        model.title(),
                        model.name(),
                        model.description(),
                        model.family().label(),
                        String.join("\n", model.triggerWords()))
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(words).allMatch(said::contains);
    }
}
