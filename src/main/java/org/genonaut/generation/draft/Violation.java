package org.genonaut.generation.draft;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * One thing that is wrong with a draft.
 *
 * @param field as the API names it, such as {@code lora_models[1].name}
 * @param key of the sentence that says what would be right
 */
public record Violation(String field, String key, List<Object> arguments) {

    private static final int MAX_ECHO = 1_000;

    private static final String BUNDLE = "org.genonaut.generation.draft.violations";

    public Violation {
        arguments = List.copyOf(arguments);
    }

    /** Long arguments are shortened. */
    public static Violation of(String field, String key, Object... arguments) {
        return new Violation(
                field, key, Arrays.stream(arguments).map(Violation::shortened).toList());
    }

    /** What somebody sent may be very long; its beginning tells what is meant. */
    private static Object shortened(Object argument) {
        return argument instanceof String text && text.length() > MAX_ECHO
                ? text.substring(0, MAX_ECHO) + "…"
                : argument;
    }

    /** One sentence that says what would be right. */
    public String message(Locale locale) {
        var pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
        return new MessageFormat(pattern, locale).format(arguments.toArray());
    }
}
