package org.genonaut.chaos;

import java.util.Set;
import java.util.UUID;

/**
 * An ask, and what its asker knows.
 *
 * @param accepted generations that a node said it had accepted, in an answer or in the list
 * @param submissions how often it was sent
 * @param cancelled whether a wish to cancel was sent, answered or not
 * @param refusal why it was given up; empty if it was not
 */
record Asked(Ask ask, Set<UUID> accepted, int submissions, boolean cancelled, String refusal) {

    Asked {
        accepted = Set.copyOf(accepted);
    }
}
