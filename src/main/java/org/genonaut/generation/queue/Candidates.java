package org.genonaut.generation.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    private static final String HEADS = """
            select %s
              from backend b join backend_pool p on p.backend_id = b.id join generation_job j on j.id =
              (select x.id from generation_job x force index (ix_claim)
                where x.status = 'waiting' and x.pool_id = p.pool_id
                  %s
                order by x.tag, x.id limit 1)
             where b.id = :backend order by j.tag, j.id limit 4""".formatted(Candidate.COLUMNS, ALLOWED);

    private static final String OF_LOADED_MODEL = """
            select %s
              from backend b join backend_pool p on p.backend_id = b.id join generation_job j on j.id =
              (select x.id from generation_job x force index (ix_affinity)
                where x.status = 'waiting' and x.pool_id = p.pool_id and x.base_model_id = b.loaded_model_id
                  and x.tag <= :latest
                  %s
                order by x.tag, x.id limit 1)
             where b.id = :backend order by j.tag, j.id limit 2""".formatted(Candidate.COLUMNS, ALLOWED);

    private final JdbcClient jdbc;
    private final ClaimWish wish;
    private final UUID backend;

    Candidates(JdbcClient jdbc, ClaimWish wish) {
        this.jdbc = jdbc;
        this.wish = wish;
        this.backend = wish.backend().value();
    }

    List<Candidate> inOrder() {
        var inOrder = withLoadedModelFirst(find(HEADS, 0));
        // One that somebody else takes meanwhile is no reason to load.
        boolean wanted = !wish.sparesLoads() || inOrder.stream().limit(1).anyMatch(Candidate::modelLoaded);
        return wanted ? inOrder : List.of();
    }

    private List<Candidate> withLoadedModelFirst(List<Candidate> heads) {
        if (heads.isEmpty()) {
            return heads;
        }
        var head = heads.getFirst();
        if (head.modelLoaded() || head.passedEnough()) {
            return heads;
        }
        double latest = head.tag() + seconds(wish.load().apply(head.baseModel()));
        var sparing = find(OF_LOADED_MODEL, latest);
        if (!sparing.isEmpty() && !head.passed()) {
            pass(head);
        }
        return Stream.concat(sparing.stream(), heads.stream()).toList();
    }

    private static double seconds(Duration load) {
        return load.toMillis() / 1000.0;
    }

    private void pass(Candidate head) {
        jdbc.sql("update backend set passed_job_id = ?, passed_since = utc_timestamp(6) where id = ?")
                .params(head.job(), backend)
                .update();
    }

    /** @param latest tag, if that matters */
    private List<Candidate> find(String sql, double latest) {
        return jdbc.sql(sql)
                .param("backend", backend)
                .param("vram", vram())
                .param("latest", latest)
                .query((row, number) -> Candidate.of(row))
                .list();
    }

    /** A card of which we know nothing is as large as any. */
    private long vram() {
        return Optional.of(wish.vram()).filter(known -> known > 0).orElse(Long.MAX_VALUE);
    }
}
