package org.genonaut.generation.run;

import org.jspecify.annotations.Nullable;

/**
 * An attempt as the database has it.
 *
 * @param job number of its job
 * @param prefix of the files that its prompt saves
 * @param outcome null while it is open
 */
record Attempt(
        int job,
        int number,
        String backend,
        String promptId,
        String prefix,
        @Nullable String outcome) {

    boolean succeeded() {
        return "success".equals(outcome);
    }

    boolean isOver() {
        return outcome != null;
    }
}
