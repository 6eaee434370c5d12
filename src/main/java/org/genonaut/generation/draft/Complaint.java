package org.genonaut.generation.draft;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/** Takes what is wrong with a field of a draft. */
interface Complaint {

    /**
     * @param field as the API names it
     * @param key of the sentence that says what would be right
     */
    void about(String field, String key, Object... arguments);

    /** The value, or its default when it is absent; what is out of range is complained about. */
    default int whole(String field, @Nullable Integer value, int otherwise, int min, int max) {
        int number = requireNonNullElse(value, otherwise);
        if (number < min || number > max) {
            about(field, "range", min, max);
            return otherwise;
        }
        return number;
    }

    /** The value, or its default when it is absent; what is out of range is complained about. */
    default double real(String field, @Nullable Double value, double otherwise, double min, double max) {
        double number = requireNonNullElse(value, otherwise);
        if (!(number >= min && number <= max)) {
            about(field, "range", min, max);
            return otherwise;
        }
        return number;
    }
}
