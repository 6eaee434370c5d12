package org.genonaut.backend;

import java.time.Instant;
import org.genonaut.comfyui.Capabilities;

/** How a backend is, and since when. */
public sealed interface BackendState {

    /** Not asked yet. */
    record Unknown() implements BackendState {}

    /** It answers. */
    record Up(Instant since, Capabilities capabilities) implements BackendState {}

    /**
     * It does not answer, or we lack what it wants to be shown. It is asked again, more and more seldom.
     *
     * @param details one English sentence, for those who run it
     */
    record Away(Instant since, Absence why, String details) implements BackendState {}

    /** We do not ask it; the reason is one sentence. */
    record Disabled(String reason) implements BackendState {}
}
