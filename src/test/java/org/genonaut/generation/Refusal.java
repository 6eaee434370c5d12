package org.genonaut.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.genonaut.generation.draft.InvalidGeneration;
import org.genonaut.generation.draft.Violation;

/** Why a draft was refused. */
public final class Refusal {

    private Refusal() {}

    public static List<Violation> of(ThrowingCallable submission) {
        var invalid = catchThrowableOfType(InvalidGeneration.class, submission);
        assertThat(invalid).as("It was accepted").isNotNull();
        return invalid.violations();
    }
}
