package org.genonaut.comfyui.execution;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a server's words fit to be kept: short, and without what the user wrote. */
record Evidence(List<String> secrets) {

    private static final int MAX_MESSAGE = 2_000;
    private static final int MAX_DETAIL = 500;

    /** Shorter texts are parts of any sentence: hiding them would spoil the evidence and protect nobody. */
    private static final int MIN_SECRET = 4;

    /** Characters that turn the direction of all that follows, even of words that are ours. */
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    public Evidence {
        // The longest first: one prompt may contain another.
        secrets = secrets.stream()
                .filter(secret -> secret.length() >= MIN_SECRET)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static Evidence about(Graph graph) {
        return new Evidence(graph.promptTexts());
    }

    String message(String text) {
        return shortened(text, MAX_MESSAGE);
    }

    String detail(String text) {
        return shortened(text, MAX_DETAIL);
    }

    private String shortened(String text, int max) {
        var clean = text.strip();
        for (var secret : secrets) {
            clean = clean.replace(secret, "[prompt]");
        }
        clean = TURNING.matcher(clean).replaceAll("");
        return clean.length() <= max ? clean : clean.substring(0, max - 1) + "…";
    }
}
