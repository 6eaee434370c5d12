package org.genonaut.generation.queue;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Interns sets: a <em>requirement</em> is the set of files of a job, a <em>pool</em> the set of backends that have them
 * all. So that a claim reads one index range for each pool of its backend, however many jobs wait.
 */
final class Pools {

    /** Of requirements that no backend can serve; no backend is in it, so nothing scans it. */
    static final int NOBODY = 0;

    /** Locked against a change of the pool until the jobs that are about to be written are there to be moved with it. */
    private static final String KNOWN = """
            select q.id, q.pool_id, p.hash from requirement q left join pool p on p.id = q.pool_id
             where q.hash = ? lock in share mode""";

    private static final String BACKENDS_WITH_ALL_FILES = """
            select p.backend_id from model_presence p
              join backend b on b.id = p.backend_id and b.enabled
              join requirement_file f on f.file_id = p.model_id
             where f.requirement_id = ?
             group by p.backend_id
            having count(*) = (select count(*) from requirement_file where requirement_id = ?)""";

    private final JdbcClient jdbc;

    Pools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A requirement and the backends that can serve it now. */
    record Requirement(int id, int pool) {}

    private record Known(int id, int pool, byte @Nullable [] hash) {}

    Requirement requirement(Set<UUID> files) {
        var hash = hash(files);
        var known = jdbc.sql(KNOWN)
                .param(hash)
                .query((row, number) -> new Known(row.getInt("id"), row.getInt("pool_id"), row.getBytes("hash")))
                .optional();
        return known.map(this::current).orElseGet(() -> intern(files, hash));
    }

    /** Nearly always as it was. */
    private Requirement current(Known known) {
        var backends = backendsWithAllFiles(known.id());
        boolean same = isPool(backends, known.hash());
        return new Requirement(known.id(), same ? known.pool() : assign(known.id(), backends));
    }

    /** @param hash of the pool; null for nobody's */
    private static boolean isPool(List<UUID> backends, byte @Nullable [] hash) {
        return backends.isEmpty() ? hash == null : Arrays.equals(hash(backends), hash);
    }

    /** Whether its jobs are given to others than those that have all its files now. */
    boolean isStale(int requirement) {
        var hash = jdbc.sql("select p.hash from requirement q left join pool p on p.id = q.pool_id where q.id = ?")
                .param(requirement)
                .query((row, number) -> Optional.ofNullable(row.getBytes("hash")))
                .single();
        return !isPool(backendsWithAllFiles(requirement), hash.orElse(null));
    }

    private Requirement intern(Set<UUID> files, byte[] hash) {
        jdbc.sql("insert ignore into requirement (hash) values (?)").param(hash).update();
        int id = jdbc.sql("select id from requirement where hash = ? for update")
                .param(hash)
                .query(Integer.class)
                .single();
        files.forEach(file -> jdbc.sql("insert ignore into requirement_file (file_id, requirement_id) values (?, ?)")
                .params(file, id)
                .update());
        return new Requirement(id, assign(id, backendsWithAllFiles(id)));
    }

    /**
     * Moves the open jobs of a requirement to the pool that can serve it now.
     *
     * @return whether somebody can serve them whom nobody could serve before, or the other way round
     */
    boolean recompute(int requirement) {
        int before = jdbc.sql("select pool_id from requirement where id = ? for update")
                .param(requirement)
                .query(Integer.class)
                .single();
        int pool = assign(requirement, backendsWithAllFiles(requirement));
        jdbc.sql("update generation_job set pool_id = ? where requirement_id = ? and pool_id <> ?"
                        + " and status in ('waiting', 'backing_off', 'paused', 'processing')")
                .params(pool, requirement, pool)
                .update();
        return (before == NOBODY) != (pool == NOBODY);
    }

    private List<UUID> backendsWithAllFiles(int requirement) {
        return jdbc.sql(BACKENDS_WITH_ALL_FILES)
                .params(requirement, requirement)
                .query(Columns.ID)
                .list();
    }

    private int assign(int requirement, List<UUID> backends) {
        int pool = backends.isEmpty() ? NOBODY : pool(backends);
        jdbc.sql("update requirement set pool_id = ? where id = ? and pool_id <> ?")
                .params(pool, requirement, pool)
                .update();
        return pool;
    }

    private int pool(List<UUID> backends) {
        var hash = hash(backends);
        jdbc.sql("insert ignore into pool (hash) values (?)").param(hash).update();
        int id = jdbc.sql("select id from pool where hash = ?")
                .param(hash)
                .query(Integer.class)
                .single();
        backends.forEach(backend -> jdbc.sql("insert ignore into backend_pool (backend_id, pool_id) values (?, ?)")
                .params(backend, id)
                .update());
        return id;
    }

    private static byte[] hash(Collection<UUID> ids) {
        var text = ids.stream().map(UUID::toString).sorted().collect(joining(","));
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
