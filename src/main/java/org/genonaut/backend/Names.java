package org.genonaut.backend;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that backends have. As the column does, it tells them apart neither by case nor by accents. */
final class Names {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final Set<String> taken = new HashSet<>();

    static Names of(Collection<StoredBackend> backends) {
        var names = new Names();
        backends.forEach(backend -> names.taken.add(folded(backend.name())));
        return names;
    }

    static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** The wanted name, or the next with a number that nobody has; taken from now on. */
    String take(String wanted) {
        var name = wanted;
        for (int number = 2; !taken.add(folded(name)); number++) {
            name = wanted + " " + number;
        }
        return name;
    }

    void giveUp(String name) {
        taken.remove(folded(name));
    }

    private static String folded(String name) {
        return ACCENTS.matcher(Normalizer.normalize(name.strip(), Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
