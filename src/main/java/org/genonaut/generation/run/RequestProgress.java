package org.genonaut.generation.run;

import java.util.HashMap;
import java.util.Map;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.Phase;
import org.genonaut.generation.GenerationEvent;
import org.genonaut.generation.GenerationId;
import org.jspecify.annotations.Nullable;

/** How far the jobs of one request are. */
final class RequestProgress {

    private static final ExecutionProgress QUEUED = new ExecutionProgress(Phase.QUEUED, 0, 0, 0);

    private final int jobs;
    private final Map<Integer, ExecutionProgress> running = new HashMap<>();
    private int jobsDone;
    private int imagesDone;
    private double furthest;
    private ExecutionProgress leading = QUEUED;
    private @Nullable String backend;

    RequestProgress(int jobs) {
        this.jobs = jobs;
    }

    synchronized void begin(int job, @Nullable String on) {
        running.putIfAbsent(job, QUEUED);
        if (backend == null) {
            backend = on;
        }
    }

    synchronized void progressed(int job, @Nullable String on, ExecutionProgress progress) {
        running.put(job, progress);
        advance();
        if (leads(job)) {
            leading = progress;
            backend = on;
        }
    }

    /**
     * Jobs may run side by side; words and previews follow the first of them that has begun, else they would jump to and
     * fro. One that is only ready at its server has nothing to show.
     */
    synchronized boolean leads(int job) {
        return running.entrySet().stream()
                .noneMatch(other -> other.getKey() < job && other.getValue().phase() != Phase.QUEUED);
    }

    synchronized void ended(int jobsEnded, int images) {
        jobsDone = Math.max(jobsDone, jobsEnded);
        imagesDone = Math.max(imagesDone, images);
        advance();
    }

    /** A job that is tried again begins anew; the bar stays where it was. */
    private void advance() {
        double fractions = running.values().stream()
                .mapToDouble(ExecutionProgress::fraction)
                .sum();
        furthest = Math.max(furthest, Math.min(1, (jobsDone + fractions) / jobs));
    }

    synchronized void finished(int job, int jobsEnded, int images) {
        running.remove(job);
        ended(jobsEnded, images);
    }

    synchronized GenerationEvent.Running event(GenerationId id, long preview) {
        return new GenerationEvent.Running(
                id, furthest, leading.phase(), leading.step(), leading.steps(), backend, imagesDone, preview);
    }
}
