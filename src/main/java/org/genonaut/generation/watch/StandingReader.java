package org.genonaut.generation.watch;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.Phase;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.RequestStandings;
import org.genonaut.generation.queue.JobId;
import org.genonaut.generation.watch.StoredStanding.RemoteJob;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what other nodes tell, for all that is watched at this one; never for whom. */
@Repository
class StandingReader {

    /** As many ids as one statement asks for. */
    static final int CHUNK = 500;

    /**
     * All of one moment: a job that has ended is not counted as running, too. A watch lasts 10 seconds and is extended when
     * 5 are left.
     */
    private static final String STANDINGS = """
            select r.id, r.status, r.batch_count jobs,
              (select group_concat(e.number) from generation_job e where e.request_id = r.id
                and e.status in ('completed', 'failed', 'cancelled')) ended,
              (select count(*) from generation_image i where i.request_id = r.id) images,
              p.job_id, p.number, p.backend, p.phase, p.step, p.steps, p.fraction,
              coalesce(p.watched_until > utc_timestamp(6) + interval 5 second, false) watched,
              coalesce(v.version, 0) preview
              from generation_request r
              left join (job_progress p join generation_job j on j.id = p.job_id and j.status = 'processing')
                on p.request_id = r.id and p.node <> :node
              left join job_preview v on v.job_id = p.job_id
             where r.id in (:ids)""";

    private static final String WATCH = """
            update job_progress set watched_until = utc_timestamp(6) + interval 10 second where job_id in (:jobs)""";

    private final JdbcClient jdbc;
    private final UUID node;

    StandingReader(JdbcClient jdbc, Node node) {
        this.jdbc = jdbc;
        this.node = node.id();
    }

    /** @param ids at most {@value #CHUNK} */
    List<StoredStanding> standings(List<GenerationId> ids) {
        var rows = jdbc.sql(STANDINGS)
                .param("node", node)
                .param("ids", ids.stream().map(GenerationId::value).toList())
                .query((row, number) -> new Row(standing(row), job(row)))
                .list();
        return rows.stream().collect(groupingBy(Row::standing)).entrySet().stream()
                .map(entry -> entry.getKey()
                        .with(entry.getValue().stream()
                                .map(Row::job)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    private record Row(StoredStanding standing, @Nullable RemoteJob job) {}

    private static StoredStanding standing(ResultSet row) throws SQLException {
        return new StoredStanding(
                new GenerationId(row.getObject("id", UUID.class)),
                GenerationStatus.ofWord(row.getString("status")),
                row.getInt("jobs"),
                RequestStandings.numbers(row.getString("ended")),
                row.getInt("images"),
                List.of());
    }

    private static @Nullable RemoteJob job(ResultSet row) throws SQLException {
        var job = row.getObject("job_id", UUID.class);
        if (job == null) {
            return null;
        }
        var progress = new ExecutionProgress(
                Phase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT)),
                row.getDouble("fraction"),
                row.getInt("step"),
                row.getInt("steps"));
        var state = new JobProgress(
                new JobId(job),
                new GenerationId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                row.getString("backend"),
                progress);
        return new RemoteJob(state, row.getLong("preview"), row.getBoolean("watched"));
    }

    /** Lets the nodes that run these jobs store previews for a while. */
    void watch(Collection<JobId> jobs) {
        for (var chunk : Chunks.of(List.copyOf(jobs), CHUNK)) {
            jdbc.sql(WATCH)
                    .param("jobs", chunk.stream().map(JobId::value).toList())
                    .update();
        }
    }

    /** A number for each of these accounts that grows with every change of what it has open. */
    Map<AccountId, Long> versions(Set<AccountId> accounts) {
        var versions = new HashMap<AccountId, Long>();
        for (var chunk : Chunks.of(List.copyOf(accounts), CHUNK)) {
            jdbc.sql("select account_id, version from queue_flow where account_id in (:accounts)")
                    .param("accounts", chunk.stream().map(AccountId::value).toList())
                    .query((row, number) -> versions.put(
                            new AccountId(row.getObject("account_id", UUID.class)), row.getLong("version")))
                    .list();
        }
        return versions;
    }
}
