package org.genonaut.generation.pace;

import java.time.Duration;

/**
 * How long a run will probably take.
 *
 * @param spread usual distance from that
 */
public record ExpectedRun(Duration mean, Duration spread, Speed.Source source) {

    /** Nothing was measured: only its family speaks. */
    public boolean isGuess() {
        return source == Speed.Source.GUESSED;
    }
}
