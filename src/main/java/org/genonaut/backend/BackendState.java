package org.genonaut.backend;

import java.time.Instant;
import org.genonaut.comfyui.Capabilities;

/** How a backend is, and since when. */
public sealed interface BackendState {

    /** Since when it is of this kind. */
    Instant since();

    /** What was seen when it was last asked. */
    sealed interface Look extends BackendState {

        /** It has answered. */
        default Look answered(Capabilities capabilities, Instant now) {
            return new Up(this instanceof Up up ? up.since() : now, capabilities);
        }

        /** It has not answered. */
        default Look silent(Absence why, String details, Instant now) {
            return new Away(this instanceof Away away ? away.since() : now, why, details);
        }
    }

    /** Not asked yet. */
    record Unknown(Instant since) implements Look {}

    /** It answers. */
    record Up(Instant since, Capabilities capabilities) implements Look {}

    /**
     * It does not answer, or we lack what it wants to be shown. It is asked again, more and more seldom.
     *
     * @param details one English sentence, for those who run it
     */
    record Away(Instant since, Absence why, String details) implements Look {}

    /**
     * A prompt stands still there, so it gets no jobs until that is gone.
     *
     * @param reason one English sentence
     */
    record Stuck(Instant since, String reason, Look look) implements BackendState {}

    /**
     * An admin wants it to end what it has and to take no more.
     *
     * @param by whose wish it is
     * @param note what the admin adds; empty for nothing
     */
    record Draining(Instant since, String by, String note, Look look) implements BackendState {}

    /**
     * We do not ask it.
     *
     * @param by who wants it so; empty when nobody does and it is merely no longer declared
     * @param reason one sentence
     */
    record Disabled(Instant since, String by, String reason) implements BackendState {}
}
