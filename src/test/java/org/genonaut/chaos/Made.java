package org.genonaut.chaos;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.genonaut.simulator.book.PromptRun.Outcome;

/**
 * What a simulator did with a prompt.
 *
 * @param outcome of a run; empty for the acceptance alone
 * @param pictures in order; empty where the file is not there any more
 */
record Made(String simulator, UUID prompt, Optional<Outcome> outcome, List<Optional<Sha>> pictures) {

    Made {
        pictures = List.copyOf(pictures);
    }

    /** Whether its pictures could be fetched. */
    boolean isDelivered() {
        return outcome.equals(Optional.of(Outcome.SUCCESS))
                && !pictures.isEmpty()
                && pictures.stream().allMatch(Optional::isPresent);
    }
}
