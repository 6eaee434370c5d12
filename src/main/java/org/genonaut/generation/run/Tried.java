package org.genonaut.generation.run;

import java.util.Optional;
import org.genonaut.generation.pace.PictureSize;
import org.genonaut.generation.queue.Attempts;

/**
 * What a job has been through, with the attempt that has just failed.
 *
 * @param tries how often it has been tried
 * @param crashes how often its backend went away while it worked on it
 * @param canGoElsewhere whether another backend could run it, if this failure means that this one cannot
 * @param worked the largest pictures that its base model has made anywhere
 */
record Tried(int tries, Attempts.Crashes crashes, boolean canGoElsewhere, Optional<PictureSize> worked) {

    private static final Attempts.Crashes NO_CRASHES = new Attempts.Crashes(0, 0);

    /** For failures that say nothing of the backend. */
    static Tried times(int tries) {
        return new Tried(tries, NO_CRASHES, true, Optional.empty());
    }

    Tried crashed(Attempts.Crashes how) {
        return new Tried(tries, how, canGoElsewhere, worked);
    }

    Tried elsewhere(boolean possible) {
        return new Tried(tries, crashes, possible, worked);
    }

    Tried withWorked(Optional<PictureSize> size) {
        return new Tried(tries, crashes, canGoElsewhere, size);
    }

    boolean isPoisoned() {
        return crashes.count() >= FailureRule.CRASHES || crashes.backends() >= FailureRule.CRASHED_BACKENDS;
    }
}
