package org.genonaut.generation.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.genonaut.comfyui.Preview;
import org.genonaut.generation.queue.JobId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows that tell other nodes of the jobs that this one runs; each call is a statement or, rarely, a few. */
@Repository
public class ProgressRows {

    private static final int CHUNK = 200;

    /** A statement has to stay far below the largest packet that a server takes. */
    private static final int PREVIEWS = 20;

    private static final int SWEPT_AT_ONCE = 500;

    private static final String WRITE = """
            insert into job_progress (job_id, request_id, number, node, backend, phase, step, steps, fraction)
            values %s
            on duplicate key update node = values(node), backend = values(backend), phase = values(phase),
              step = values(step), steps = values(steps), fraction = values(fraction)
            returning job_id, watched_until > utc_timestamp(6) watched""";

    private static final String WRITE_PREVIEWS = """
            insert into job_preview (job_id, request_id, number, version, media_type, bytes)
            values %s
            on duplicate key update version = version + 1, media_type = values(media_type), bytes = values(bytes)""";

    private final JdbcClient jdbc;
    private final UUID node;

    ProgressRows(@Qualifier("runner") JdbcClient jdbc, Node node) {
        this.jdbc = jdbc;
        this.node = node.id();
    }

    /** @param job whose preview it is */
    record StoredPreview(JobProgress job, Preview preview) {}

    /**
     * Writes how far these jobs of this node are.
     *
     * @return those that somebody watches from another node
     */
    Set<JobId> write(Collection<JobProgress> jobs) {
        // Everybody locks in one order.
        var sorted = jobs.stream()
                .sorted(Comparator.comparing(job -> job.job().toString()))
                .toList();
        var watched = new HashSet<JobId>();
        for (var chunk : Chunks.of(sorted, CHUNK)) {
            var values = new ArrayList<Object>();
            chunk.forEach(job -> Collections.addAll(values, row(job)));
            jdbc.sql(WRITE.formatted(places(9, chunk.size())))
                    .params(values)
                    .query((row, number) ->
                            row.getBoolean("watched") && watched.add(new JobId(row.getObject("job_id", UUID.class))))
                    .list();
        }
        return watched;
    }

    private Object[] row(JobProgress job) {
        var progress = job.progress();
        return new Object[] {
            job.job().value(),
            job.generation().value(),
            job.number(),
            node,
            job.backend(),
            progress.phase().name().toLowerCase(Locale.ROOT),
            progress.step(),
            progress.steps(),
            progress.fraction()
        };
    }

    void writePreviews(List<StoredPreview> previews) {
        for (var chunk : Chunks.of(previews, PREVIEWS)) {
            var values = new ArrayList<Object>();
            for (var stored : chunk) {
                var job = stored.job();
                Collections.addAll(values, job.job().value(), job.generation().value(), job.number(), 1);
                Collections.addAll(
                        values, stored.preview().mediaType(), stored.preview().bytes());
            }
            jdbc.sql(WRITE_PREVIEWS.formatted(places(6, chunk.size())))
                    .params(values)
                    .update();
        }
    }

    /** Another node that has taken such a job over keeps its row. */
    void delete(Collection<JobId> jobs) {
        for (var chunk : Chunks.of(List.copyOf(jobs), CHUNK)) {
            jdbc.sql("delete p, v from job_progress p left join job_preview v on v.job_id = p.job_id"
                            + " where p.job_id in (:jobs) and p.node = :node")
                    .param("jobs", chunk.stream().map(JobId::value).toList())
                    .param("node", node)
                    .update();
        }
    }

    /**
     * Deletes what nodes that died or had no database left of jobs that do not run any more.
     *
     * @return how many jobs that were; at most 500 at a time
     */
    public int forgetEnded() {
        var ended = jdbc.sql("""
                        select p.job_id from (select job_id from job_progress union select job_id from job_preview) p
                          left join generation_job j on j.id = p.job_id and j.status = 'processing'
                         where j.id is null limit :most""")
                .param("most", SWEPT_AT_ONCE)
                .query((row, number) -> row.getObject("job_id", UUID.class))
                .list();
        if (!ended.isEmpty()) {
            for (var table : List.of("job_progress", "job_preview")) {
                jdbc.sql("delete from " + table + " where job_id in (:jobs)")
                        .param("jobs", ended)
                        .update();
            }
        }
        return ended.size();
    }

    private static String places(int columns, int rows) {
        var row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        return String.join(", ", Collections.nCopies(rows, row));
    }
}
