package org.genonaut.generation.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The jobs that a backend may take next, best first: the head of each of its pools, read without locks. A job whose model
 * is loaded goes before the fairest one if their tags differ by less than a load takes, and not when that one has been
 * passed over here for a minute.
 */
final class Candidates {

    /** What a backend may not be given although its files are there. */
    private static final String ALLOWED = """
            and (x.avoid_backend_id is null or x.avoid_backend_id <> :backend or x.avoid_until < utc_timestamp(6))
                  and (x.min_vram is null or x.min_vram < :vram)""";

    static final String HEADS = """
            select %s
              from backend_pool p join generation_job j on j.id =
              (select x.id from generation_job x force index (ix_claim)
                where x.status = 'waiting' and x.pool_id = p.pool_id
                  %s
                order by x.tag, x.id limit 1)
             where p.backend_id = :backend order by j.tag, j.id limit 4""".formatted(Candidate.COLUMNS, ALLOWED);

    static final String OF_LOADED_MODEL = """
            select %s
              from backend_pool p join generation_job j on j.id =
              (select x.id from generation_job x force index (ix_affinity)
                where x.status = 'waiting' and x.pool_id = p.pool_id and x.base_model_id = :loaded
                  and x.tag <= :latest
                  %s
                order by x.tag, x.id limit 1)
             where p.backend_id = :backend order by j.tag, j.id limit 2""".formatted(Candidate.COLUMNS, ALLOWED);

    private static final String MEMORY = """
            select loaded_model_id, passed_job_id,
              passed_since is not null and passed_since < utc_timestamp(6) - interval 60 second passed_enough
              from backend where id = ?""";

    private final JdbcClient jdbc;
    private final ClaimWish wish;
    private final UUID backend;

    Candidates(JdbcClient jdbc, ClaimWish wish) {
        this.jdbc = jdbc;
        this.wish = wish;
        this.backend = wish.backend().value();
    }

    private record Memory(@Nullable UUID loaded, @Nullable UUID passed, boolean passedEnough) {}

    List<Candidate> inOrder() {
        var heads = find(HEADS, null, 0);
        if (heads.isEmpty()) {
            return heads;
        }
        var memory = memory();
        var inOrder = withLoadedModelFirst(heads, memory);
        // One that somebody else takes meanwhile is no reason to load.
        boolean spared = inOrder.getFirst().baseModel().equals(memory.loaded());
        return !wish.sparesLoads() || spared ? inOrder : List.of();
    }

    private List<Candidate> withLoadedModelFirst(List<Candidate> heads, Memory memory) {
        var head = heads.getFirst();
        var loaded = memory.loaded();
        if (loaded == null || loaded.equals(head.baseModel())) {
            return heads;
        }
        boolean known = head.job().equals(memory.passed());
        if (known && memory.passedEnough()) {
            return heads;
        }
        var sparing =
                find(OF_LOADED_MODEL, loaded, head.tag() + seconds(wish.load().apply(head.baseModel())));
        if (!sparing.isEmpty() && !known) {
            pass(head);
        }
        var all = new ArrayList<>(sparing);
        all.addAll(heads);
        return all;
    }

    private static double seconds(Duration load) {
        return load.toMillis() / 1000.0;
    }

    private Memory memory() {
        return jdbc.sql(MEMORY)
                .param(backend)
                .query((row, number) -> new Memory(
                        row.getObject("loaded_model_id", UUID.class),
                        row.getObject("passed_job_id", UUID.class),
                        row.getBoolean("passed_enough")))
                .single();
    }

    private void pass(Candidate head) {
        jdbc.sql("update backend set passed_job_id = ?, passed_since = utc_timestamp(6) where id = ?")
                .params(head.job(), backend)
                .update();
    }

    private List<Candidate> find(String sql, @Nullable UUID loaded, double latest) {
        var statement = jdbc.sql(sql).param("backend", backend).param("vram", vram());
        if (loaded != null) {
            statement = statement.param("loaded", loaded).param("latest", latest);
        }
        return statement.query((row, number) -> Candidate.of(row)).list();
    }

    /** A card of which we know nothing is as large as any. */
    private long vram() {
        return Optional.of(wish.vram()).filter(known -> known > 0).orElse(Long.MAX_VALUE);
    }
}
