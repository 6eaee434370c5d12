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

    private final int jobs;
    private final Map<Integer, Double> running = new HashMap<>();
    private int jobsDone;
    private int imagesDone;
    private double furthest;
    private Phase phase = Phase.QUEUED;
    private int step;
    private int steps;
    private @Nullable String backend;

    RequestProgress(int jobs) {
        this.jobs = jobs;
    }

    synchronized void begin(int job, @Nullable String on) {
        running.putIfAbsent(job, 0.0);
        if (backend == null) {
            backend = on;
        }
    }

    synchronized void progressed(int job, @Nullable String on, ExecutionProgress progress) {
        running.put(job, progress.fraction());
        if (leads(job)) {
            phase = progress.phase();
            step = progress.step();
            steps = progress.steps();
            backend = on;
        }
    }

    /** Jobs may run side by side; words and previews follow the first of them, else they would jump to and fro. */
    synchronized boolean leads(int job) {
        return running.keySet().stream().noneMatch(other -> other < job);
    }

    synchronized void ended(int jobsEnded, int images) {
        jobsDone = Math.max(jobsDone, jobsEnded);
        imagesDone = Math.max(imagesDone, images);
    }

    synchronized void finished(int job, int jobsEnded, int images) {
        running.remove(job);
        ended(jobsEnded, images);
    }

    synchronized GenerationEvent.Running event(GenerationId id, long preview) {
        double sum = jobsDone
                + running.values().stream().mapToDouble(Double::doubleValue).sum();
        // A job that is tried again begins anew; the bar stays where it was.
        furthest = Math.max(furthest, Math.min(1, sum / jobs));
        return new GenerationEvent.Running(id, furthest, phase, step, steps, backend, imagesDone, preview);
    }
}
