package org.genonaut.generation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.genonaut.account.AccountId;
import org.genonaut.generation.queue.JobId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The newest preview of each running generation: in memory what this node makes, in the database what another one makes.
 * Pages get its number and fetch the bytes by URL, from whichever node.
 */
@Component
public class Previews {

    private static final int MAX_BYTES = 512 * 1024;

    /** The first job's: the one whose previews are shown. */
    private static final String STORED = """
            select p.media_type, p.bytes from job_preview p join generation_request r on r.id = p.request_id
             where p.request_id = ? and r.account_id = ? order by p.number limit 1""";

    private final Map<GenerationId, Newest> newest = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;

    Previews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A picture of its owner's unfinished picture. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    public record Shown(AccountId account, String mediaType, byte[] bytes) {}

    private sealed interface Newest {

        /** From 1, rising. */
        long number();

        record Here(long number, Shown shown) implements Newest {}

        /** Stored by the node that runs this job. */
        record Stored(long number, JobId job, long version) implements Newest {

            boolean is(JobId otherJob, long otherVersion) {
                return job.equals(otherJob) && version == otherVersion;
            }
        }
    }

    /** Keeps this preview instead of the one before; one that is too large is left out. */
    public void show(GenerationId id, AccountId account, String mediaType, byte[] bytes) {
        if (bytes.length <= MAX_BYTES) {
            newest.compute(id, (key, before) -> new Newest.Here(next(before), new Shown(account, mediaType, bytes)));
        }
    }

    /** The newest preview is in the database, this version of this job's. */
    public void showStored(GenerationId id, JobId job, long version) {
        newest.compute(
                id,
                (key, before) -> before instanceof Newest.Stored stored && stored.is(job, version)
                        ? before
                        : new Newest.Stored(next(before), job, version));
    }

    private static long next(@Nullable Newest before) {
        return before == null ? 1 : before.number() + 1;
    }

    /** The number of the newest preview; 0 when there is none. */
    public long number(GenerationId id) {
        var shown = newest.get(id);
        return shown == null ? 0 : shown.number();
    }

    /** The newest preview of a generation of this account. */
    public Optional<Shown> find(AccountId account, GenerationId id) {
        if (newest.get(id) instanceof Newest.Here here) {
            return Optional.of(here.shown()).filter(shown -> shown.account().equals(account));
        }
        return jdbc.sql(STORED)
                .params(id.value(), account.value())
                .query((row, number) -> new Shown(account, row.getString("media_type"), row.getBytes("bytes")))
                .optional();
    }

    public void forget(GenerationId id) {
        newest.remove(id);
    }
}
