package org.genonaut.generation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some generations, the newest first.
 *
 * @param next before which the next page begins; null when this is the last
 */
public record GenerationPage(
        List<Generation> items, @Nullable GenerationId next) {

    public GenerationPage {
        items = List.copyOf(items);
    }

    /** Of one entry more than a page holds: the surplus tells that there are more. */
    static GenerationPage of(List<Generation> found, int limit) {
        boolean more = found.size() > limit;
        var items = more ? found.subList(0, limit) : found;
        return new GenerationPage(items, more ? items.getLast().id() : null);
    }
}
