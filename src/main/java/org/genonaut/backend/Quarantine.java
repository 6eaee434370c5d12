package org.genonaut.backend;

import java.time.Instant;
import org.genonaut.comfyui.PromptId;

/**
 * That a backend is left alone because a prompt stands still there.
 *
 * @param reason one sentence; what goes beyond 300 characters is cut off
 */
record Quarantine(Instant since, String reason, PromptId prompt) {

    private static final int LONGEST_REASON = 300;

    Quarantine {
        if (reason.length() > LONGEST_REASON) {
            reason = reason.substring(0, LONGEST_REASON - 1) + "…";
        }
    }
}
