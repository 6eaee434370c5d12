package org.genonaut.generation;

import java.text.MessageFormat;
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

    private static final String BUNDLE = "org.genonaut.generation.violations";

    public Violation {
        arguments = List.copyOf(arguments);
    }

    static Violation of(String field, String key, Object... arguments) {
        return new Violation(field, key, List.of(arguments));
    }

    /** One sentence that says what would be right. */
    public String message(Locale locale) {
        var pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
        return new MessageFormat(pattern, locale).format(arguments.toArray());
    }
}
