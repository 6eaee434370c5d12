package org.genonaut.catalog;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A file's family by what it is called, when its header says nothing. */
final class FamilyGuess {

    /** In this order: a name may match more than one of them. */
    private static final List<Hint> HINTS = List.of(
            new Hint(ModelFamily.FLUX, Pattern.compile("flux|(^|/)ae\\.")),
            new Hint(ModelFamily.SD3, Pattern.compile("sd3")),
            new Hint(ModelFamily.SDXL, Pattern.compile("xl|pony|illust|noobai")),
            new Hint(ModelFamily.SD15, Pattern.compile("sd_?15|sd_?1[._]5|v1-5|vae-ft-")));

    private record Hint(ModelFamily family, Pattern pattern) {}

    private FamilyGuess() {}

    static ModelFamily byName(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return HINTS.stream()
                .filter(hint -> hint.pattern().matcher(lower).find())
                .map(Hint::family)
                .findFirst()
                .orElse(ModelFamily.OTHER);
    }
}
