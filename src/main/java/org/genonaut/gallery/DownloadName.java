package org.genonaut.gallery;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.genonaut.storage.ImageFormat;

/** Names a downloaded original, so that it is found again in a full folder: day, first words, seed, number. */
public final class DownloadName {

    private static final int MAX_WORDS = 40;

    private DownloadName() {}

    /** Of letters, digits, dots and hyphens only, whatever the prompt. */
    public static String of(ViewedImage viewed, LocalDate day) {
        var image = viewed.image();
        var words = words(viewed.generation().parameters().prompt());
        return "genonaut-" + day + (words.isEmpty() ? "" : "-" + words) + "-" + image.seed() + "-"
                + (image.number() + 1) + "." + extension(image.mediaType());
    }

    private static String words(String prompt) {
        var plain = Normalizer.normalize(prompt, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (plain.length() <= MAX_WORDS) {
            return plain;
        }
        var end = plain.lastIndexOf('-', MAX_WORDS);
        return plain.substring(0, end > 0 ? end : MAX_WORDS);
    }

    private static String extension(String mediaType) {
        return Arrays.stream(ImageFormat.values())
                .filter(format -> format.mediaType().equals(mediaType))
                .map(ImageFormat::extension)
                .findFirst()
                .orElse("bin");
    }
}
