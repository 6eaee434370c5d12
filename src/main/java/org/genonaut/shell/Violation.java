package org.genonaut.shell;

/**
 * One thing wrong with a request.
 *
 * @param field   as a program writes it, such as {@code lora_models[0].strength_model}
 * @param message what is asked of it
 */
record Violation(String field, String message) {

    /** Of a Java property path, which differs from the JSON one in its spelling only. */
    static Violation ofProperty(String path, String message) {
        return new Violation(JsonConfiguration.NAMING.nameForField(null, null, path), message);
    }
}
