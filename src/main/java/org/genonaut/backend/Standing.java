package org.genonaut.backend;

import java.time.Instant;
import org.genonaut.backend.BackendState.Look;
import org.genonaut.comfyui.PromptId;
import org.jspecify.annotations.Nullable;

/**
 * How a backend stands with us, whatever is seen of it: what is wanted of it, and whether it is in quarantine. All nodes
 * agree on it. Together with the latest look it makes the {@link BackendState}.
 *
 * @param since when the intent began
 * @param by whose intent it is; empty when it comes from a declaration
 * @param why the reason it is disabled, or the note on its draining; may be empty
 * @param removed whether it is hidden as well as disabled
 */
record Standing(
        Intent intent,
        Instant since,
        String by,
        String why,
        boolean removed,
        @Nullable Quarantine quarantine) {

    /** What is wanted of a backend. */
    enum Intent {
        ENABLED,
        DRAINING,
        DISABLED
    }

    Standing {
        if (removed && intent != Intent.DISABLED) {
            throw new IllegalArgumentException("What is removed is disabled");
        }
    }

    static Standing enabledSince(Instant since) {
        return new Standing(Intent.ENABLED, since, "", "", false, null);
    }

    /** The one place that decides what a backend is. An admin's wish comes before a fault, a fault before what is seen. */
    BackendState seen(Look look) {
        return switch (intent) {
            case DISABLED -> new BackendState.Disabled(since, by, why);
            case DRAINING -> new BackendState.Draining(since, by, why, look);
            case ENABLED ->
                quarantine == null ? look : new BackendState.Stuck(quarantine.since(), quarantine.reason(), look);
        };
    }

    /** Somebody wants it to work, whatever held it back. */
    Standing enabled(String admin, Instant now) {
        var start = intent == Intent.ENABLED ? since : now;
        return new Standing(Intent.ENABLED, start, admin, "", false, null);
    }

    /** It is declared, which is no reason to go against an admin's wish. */
    Standing declared(Instant now) {
        return intent == Intent.DISABLED && by.isEmpty()
                ? new Standing(Intent.ENABLED, now, "", "", false, quarantine)
                : this;
    }

    /** It is no longer declared. */
    Standing undeclared(String reason, Instant now) {
        return intent == Intent.DISABLED ? this : new Standing(Intent.DISABLED, now, "", reason, false, quarantine);
    }

    /** Somebody wants it to take no more jobs; what is disabled takes none anyway. */
    Standing draining(String admin, String note, Instant now) {
        return switch (intent) {
            case DISABLED -> this;
            case DRAINING -> new Standing(intent, since, admin, note, false, quarantine);
            case ENABLED -> new Standing(Intent.DRAINING, now, admin, note, false, quarantine);
        };
    }

    /** Somebody wants it gone from the list. */
    Standing removed(String admin, String reason, Instant now) {
        var start = intent == Intent.DISABLED ? since : now;
        return new Standing(Intent.DISABLED, start, admin, reason, true, null);
    }

    /** A prompt stands still there; the first one that did counts. */
    Standing quarantined(Quarantine newest) {
        return quarantine != null || intent == Intent.DISABLED
                ? this
                : new Standing(intent, since, by, why, removed, newest);
    }

    /** That prompt is gone. */
    Standing relieved(PromptId prompt) {
        return quarantine != null && quarantine.prompt().equals(prompt)
                ? new Standing(intent, since, by, why, removed, null)
                : this;
    }
}
