package org.genonaut.generation.lane;

import org.genonaut.account.AccountId;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.generation.GenerationId;

/**
 * One generation that waits or runs.
 *
 * @param person whose it is
 * @param prompt the beginning of it
 * @param images that are still to come
 * @param standing of what has not begun
 * @param runs whether something of it runs, where that is listed
 * @param begun whether something of it was ever given to a backend
 * @param slowLane whether it waits longer, because a quota was spent
 */
public record QueueRow(
        GenerationId id,
        AccountId account,
        String person,
        String prompt,
        ModelFamily family,
        int images,
        Standing standing,
        boolean runs,
        boolean begun,
        boolean slowLane) {

    /** How it stands with what of it has not begun. */
    public enum Standing {
        /** All of it has. */
        BEGUN,
        WAITING,
        PAUSED
    }
}
