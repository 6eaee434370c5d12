package org.genonaut.generation.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.genonaut.comfyui.Preview;
import org.genonaut.generation.queue.JobId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes how far the jobs of this node are, for watchers at others, twice a second on a thread of its own: no execution
 * ever waits for it. What changes faster than it is written, or while the database is away, replaces what was there.
 */
@Component
class ProgressWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ProgressWriter.class);

    private static final long TURN_MILLIS = 500;

    private final Map<JobId, Track> tracks = new ConcurrentHashMap<>();
    private final Set<JobId> gone = ConcurrentHashMap.newKeySet();
    private final ProgressRows rows;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress-writer").factory());

    ProgressWriter(ProgressRows rows) {
        this.rows = rows;
        turns.scheduleWithFixedDelay(this::turn, TURN_MILLIS, TURN_MILLIS, TimeUnit.MILLISECONDS);
    }

    void report(JobProgress job) {
        gone.remove(job.job());
        tracks.computeIfAbsent(job.job(), id -> new Track(job)).report(job);
    }

    void show(JobId job, Preview preview) {
        var track = tracks.get(job);
        if (track != null) {
            track.show(preview);
        }
    }

    /** Its row goes at the next turn. */
    void ended(JobId job) {
        tracks.remove(job);
        gone.add(job);
    }

    /** Its row stays, for whoever takes over. */
    void left(JobId job) {
        tracks.remove(job);
    }

    void turn() {
        try {
            // What ended belongs to the past even if it cannot be deleted now; house-keeping sweeps what is left.
            var ended = new HashSet<>(gone);
            gone.removeAll(ended);
            rows.delete(ended);
            write(System.nanoTime());
        } catch (DataAccessException databaseAway) {
            log.debug("No progress can be written at the moment", databaseAway);
        } catch (RuntimeException unexpected) {
            log.warn("Progress could not be written", unexpected);
        }
    }

    private void write(long now) {
        var due = new HashMap<JobId, Track>();
        var states = new ArrayList<JobProgress>();
        tracks.forEach((job, track) -> track.due(now).ifPresent(state -> {
            due.put(job, track);
            states.add(state);
        }));
        try {
            var watched = rows.write(states);
            due.forEach((job, track) -> track.written(now, watched.contains(job)));
        } catch (DataAccessException databaseAway) {
            due.values().forEach(Track::notWritten);
            throw databaseAway;
        }
        writePreviews(now);
    }

    private void writePreviews(long now) {
        var due = new ArrayList<ProgressRows.StoredPreview>();
        for (var track : List.copyOf(tracks.values())) {
            track.duePreview(now)
                    .flatMap(SmallPreview::of)
                    .ifPresent(preview -> due.add(new ProgressRows.StoredPreview(track.state(), preview)));
        }
        rows.writePreviews(due);
    }

    @Override
    public void close() {
        turns.shutdownNow();
    }
}
