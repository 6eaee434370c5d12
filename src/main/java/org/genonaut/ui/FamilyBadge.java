package org.genonaut.ui;

import com.vaadin.flow.component.badge.Badge;
import java.util.Locale;

/** The word for a model's family with its colour beside it. */
public final class FamilyBadge extends Badge {

    /** @param family as people write it: "SDXL", "SD 1.5", "Flux", "SD 3.5"; others get a neutral colour */
    public FamilyBadge(String family) {
        super(family);
        addClassNames("gn-family", colour(family));
    }

    private static String colour(String family) {
        var word = family.toLowerCase(Locale.ROOT).replace(" ", "");
        if (word.startsWith("sdxl")) {
            return "gn-sdxl";
        } else if (word.startsWith("sd1")) {
            return "gn-sd15";
        } else if (word.startsWith("sd3")) {
            return "gn-sd3";
        } else if (word.startsWith("flux")) {
            return "gn-flux";
        }
        return "gn-other";
    }
}
