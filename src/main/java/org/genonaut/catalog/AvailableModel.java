package org.genonaut.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genonaut.backend.BackendId;
import org.jspecify.annotations.Nullable;

/**
 * A model that the fleet offers, or once offered.
 *
 * @param name the file's path below its folder, always with {@code /}
 * @param title what people call it
 * @param defaultStrength of a LoRA; null when nobody said
 * @param triggerWords that a LoRA was trained with
 * @param presence where it is, and what the backend calls it
 */
public record AvailableModel(
        ModelId id,
        ModelType type,
        String name,
        ModelFamily family,
        String title,
        String description,
        boolean isActive,
        @Nullable Double defaultStrength,
        List<String> triggerWords,
        Map<BackendId, String> presence) {

    public AvailableModel {
        triggerWords = List.copyOf(triggerWords);
        presence = Map.copyOf(presence);
    }

    /** No backend has it: kept, because recipes name it, and because it may come back. */
    public boolean isMissing() {
        return presence.isEmpty();
    }

    /** Whether members may use it now. */
    public boolean isUsable() {
        return isActive && !isMissing();
    }

    /** How pictures of this checkpoint are usually sampled. */
    public UsualSampling usual() {
        return isSchnell() ? UsualSampling.OF_SCHNELL : family.usual();
    }

    /** Only its name tells: the family's LoRAs fit it, too. */
    private boolean isSchnell() {
        return family == ModelFamily.FLUX
                && (name + "\n" + title).toLowerCase(Locale.ROOT).contains("schnell");
    }

    public String filePath() {
        return type.folder() + "/" + name;
    }

    /** The strength that a LoRA starts with. */
    public double strength() {
        return defaultStrength == null ? 1.0 : defaultStrength;
    }
}
