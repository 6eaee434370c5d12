package org.genonaut.generation.api;

import java.util.Locale;
import org.genonaut.generation.draft.Violation;

/** One thing that is wrong, as the API writes it. */
record FieldProblem(String field, String message) {

    static FieldProblem of(Violation violation) {
        return new FieldProblem(violation.field(), violation.message(Locale.ENGLISH));
    }
}
