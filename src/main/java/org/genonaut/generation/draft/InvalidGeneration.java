package org.genonaut.generation.draft;

import java.util.List;

/** A draft that cannot be run, with everything that is wrong with it. */
public final class InvalidGeneration extends RuntimeException {

    private final transient List<Violation> violations;

    InvalidGeneration(List<Violation> violations) {
        super(violations.size() + " violations");
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
