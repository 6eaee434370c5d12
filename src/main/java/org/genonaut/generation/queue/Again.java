package org.genonaut.generation.queue;

import java.time.Duration;

/**
 * Another try of a job whose attempt came to nothing.
 *
 * @param kind a word for the kind of failure
 * @param details for support
 * @param pause before it
 * @param elsewhere whether other backends go first for some minutes
 * @param minVram bytes of the card that was too small; 0 when any will do
 * @param unsettled whether the attempt's prompt may still end at its server
 */
public record Again(String kind, String details, Duration pause, boolean elsewhere, long minVram, boolean unsettled) {

    public Again {
        if (pause.isNegative() || minVram < 0) {
            throw new IllegalArgumentException("A pause and a size are not negative");
        }
    }
}
