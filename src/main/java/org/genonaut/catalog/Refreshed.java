package org.genonaut.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/**
 * What a refresh changed.
 *
 * @param added names that were not in the catalog
 * @param missing names that no backend has any more
 * @param unreachable names of backends that did not answer
 */
public record Refreshed(List<String> added, List<String> missing, List<String> unreachable) {

    static Refreshed between(CatalogSnapshot before, CatalogSnapshot after, List<String> unreachable) {
        var known = new HashSet<>(before.byKey().keySet());
        var added = new ArrayList<String>();
        var missing = new TreeSet<String>();
        after.byKey().forEach((key, model) -> {
            if (!known.contains(key)) {
                added.add(model.name());
            }
            var earlier = before.byKey().get(key);
            if (earlier != null && !earlier.isMissing() && model.isMissing()) {
                missing.add(model.name());
            }
        });
        return new Refreshed(
                added.stream().sorted().toList(),
                List.copyOf(missing),
                unreachable.stream().sorted().toList());
    }
}
