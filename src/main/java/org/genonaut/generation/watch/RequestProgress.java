package org.genonaut.generation.watch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.Phase;
import org.genonaut.generation.GenerationEvent;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.watch.StoredStanding.RemoteJob;
import org.jspecify.annotations.Nullable;

/** How far the jobs of one request are: those that run here, and those of which the database tells. */
final class RequestProgress {

    private static final ExecutionProgress QUEUED = ExecutionProgress.queued();

    private final int jobs;
    private final Map<Integer, ExecutionProgress> here = new HashMap<>();
    private final Map<Integer, RemoteJob> elsewhere = new HashMap<>();
    private final Set<Integer> done = new HashSet<>();
    private int images;
    private double furthest;
    private ExecutionProgress leading = QUEUED;
    private @Nullable String backend;

    RequestProgress(int jobs) {
        this.jobs = jobs;
    }

    synchronized void begin(int job, @Nullable String on) {
        here.putIfAbsent(job, QUEUED);
        elsewhere.remove(job);
        if (backend == null) {
            backend = on;
        }
    }

    synchronized void progressed(int job, @Nullable String on, ExecutionProgress progress) {
        here.put(job, progress);
        elsewhere.remove(job);
        advance();
        if (leads(job)) {
            lead(on, progress);
        }
    }

    /**
     * Jobs may run side by side; words and previews follow the first of them that has begun, else they would jump to and
     * fro. One that is only ready at its server has nothing to show.
     */
    synchronized boolean leads(int job) {
        return begun().noneMatch(other -> other < job);
    }

    /** In their order. */
    private Stream<Integer> begun() {
        return running().entrySet().stream()
                .filter(job -> job.getValue().phase() != Phase.QUEUED)
                .map(Map.Entry::getKey);
    }

    private SortedMap<Integer, ExecutionProgress> running() {
        var running = new TreeMap<>(here);
        elsewhere.forEach((number, job) -> running.put(number, job.state().progress()));
        return running;
    }

    private void lead(@Nullable String on, ExecutionProgress progress) {
        leading = progress;
        backend = on;
    }

    /** These jobs are open no more. */
    synchronized void ended(Set<Integer> numbers, int imagesStored) {
        done.addAll(numbers);
        images = Math.max(images, imagesStored);
        advance();
    }

    /**
     * A job that is tried again begins anew; the bar stays where it was. A job that has just ended counts once, whoever
     * hears of it first.
     */
    private void advance() {
        double fractions = running().entrySet().stream()
                .filter(job -> !done.contains(job.getKey()))
                .mapToDouble(job -> job.getValue().fraction())
                .sum();
        furthest = Math.max(furthest, Math.min(1, (done.size() + fractions) / jobs));
    }

    synchronized void finished(int job, Set<Integer> numbers, int imagesStored) {
        here.remove(job);
        ended(numbers, imagesStored);
    }

    /** Another node may go on with this job, so nothing is known of it for a moment. */
    synchronized void left(int job) {
        here.remove(job);
    }

    /** What the database tells; of a job that runs here we know more. */
    synchronized void heard(StoredStanding standing) {
        elsewhere.clear();
        standing.elsewhere().stream()
                .filter(job -> !here.containsKey(job.state().number()))
                .forEach(job -> elsewhere.put(job.state().number(), job));
        ended(standing.ended(), standing.images());
        leader().ifPresent(job -> lead(job.state().backend(), job.state().progress()));
    }

    /** The job whose words and previews are shown, when another node runs it. */
    private Optional<RemoteJob> leader() {
        return begun().findFirst().map(elsewhere::get);
    }

    /** The stored preview that is shown: that of the leading job, when another node runs it. */
    synchronized Optional<RemoteJob> previewElsewhere() {
        return leader().filter(job -> job.preview() > 0);
    }

    synchronized boolean runsHere() {
        return !here.isEmpty();
    }

    /** Whether no other node can have anything to tell. */
    synchronized boolean runsWhollyHere() {
        return here.keySet().stream().filter(Predicate.not(done::contains)).count() + done.size() >= jobs;
    }

    synchronized GenerationEvent.Running event(GenerationId id, long preview) {
        return new GenerationEvent.Running(
                id, furthest, leading.phase(), leading.step(), leading.steps(), backend, images, preview);
    }
}
