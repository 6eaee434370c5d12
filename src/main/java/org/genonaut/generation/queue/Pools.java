package org.genonaut.generation.queue;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Interns sets: a <em>requirement</em> is the set of files of a job, a <em>pool</em> the set of backends that have them
 * all. So that a claim reads one index range for each pool of its backend, however many jobs wait.
 */
final class Pools {

    /** Of requirements that no backend can serve; no backend is in it, so nothing scans it. */
    static final int NOBODY = 0;

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

    Requirement requirement(Set<UUID> files) {
        var hash = hash(files);
        jdbc.sql("insert ignore into requirement (hash) values (?)").param(hash).update();
        int id = jdbc.sql("select id from requirement where hash = ? for update")
                .param(hash)
                .query(Integer.class)
                .single();
        files.forEach(file -> jdbc.sql("insert ignore into requirement_file (file_id, requirement_id) values (?, ?)")
                .params(file, id)
                .update());
        return new Requirement(id, assign(id));
    }

    /**
     * Moves the waiting jobs of a requirement to the pool that can serve it now.
     *
     * @return whether somebody can serve them whom nobody could serve before, or the other way round
     */
    boolean recompute(int requirement) {
        int before = jdbc.sql("select pool_id from requirement where id = ?")
                .param(requirement)
                .query(Integer.class)
                .single();
        int pool = assign(requirement);
        jdbc.sql("update generation_job set pool_id = ? where requirement_id = ? and pool_id <> ?"
                        + " and status in ('waiting', 'backing_off', 'paused', 'processing')")
                .params(pool, requirement, pool)
                .update();
        return (before == NOBODY) != (pool == NOBODY);
    }

    private int assign(int requirement) {
        var backends = jdbc.sql(BACKENDS_WITH_ALL_FILES)
                .params(requirement, requirement)
                .query(Columns.ID)
                .list();
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
