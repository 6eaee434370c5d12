package org.genonaut.generation;

/**
 * One thing that is wrong with a draft.
 *
 * @param field as the API names it, such as {@code lora_models[1].name}
 * @param message one sentence that says what would be right
 */
public record Violation(String field, String message) {}
