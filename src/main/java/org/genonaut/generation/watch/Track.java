package org.genonaut.generation.watch;

import java.util.Optional;
import org.genonaut.comfyui.Preview;
import org.jspecify.annotations.Nullable;

/** What is still to be written of one job that runs here: always its latest state, never a queue of them. */
final class Track {

    /** Nanoseconds after which an unchanged row is written again: it may have been lost, and it tells who watches. */
    private static final long REFRESH = 2_000_000_000L;

    /** Nanoseconds between two previews. */
    private static final long PREVIEW_PAUSE = 900_000_000L;

    private JobProgress state;
    private boolean changed = true;
    private boolean watched;
    private long writtenAt;
    private @Nullable Preview preview;
    private long previewWrittenAt;
    private boolean previewWritten;

    Track(JobProgress state) {
        this.state = state;
    }

    synchronized void report(JobProgress later) {
        state = later;
        changed = true;
    }

    synchronized void show(Preview later) {
        preview = later;
    }

    synchronized JobProgress state() {
        return state;
    }

    /** Its state, when that is to be written now. */
    synchronized Optional<JobProgress> due(long now) {
        if (!changed && now - writtenAt < REFRESH) {
            return Optional.empty();
        }
        changed = false;
        return Optional.of(state);
    }

    /** @param elsewhere whether somebody watches it from another node */
    synchronized void written(long now, boolean elsewhere) {
        writtenAt = now;
        watched = elsewhere;
    }

    synchronized void notWritten() {
        changed = true;
    }

    /** Its newest preview, when that is to be written now. */
    synchronized Optional<Preview> duePreview(long now) {
        if (!watched || preview == null || (previewWritten && now - previewWrittenAt < PREVIEW_PAUSE)) {
            return Optional.empty();
        }
        var due = preview;
        preview = null;
        previewWritten = true;
        previewWrittenAt = now;
        return Optional.of(due);
    }
}
