package org.genonaut.generation.queue;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What time it is in the fair order, read once for each pool: a backend's time is the largest tag that it has claimed, a
 * pool's the largest time of its backends that take jobs.
 */
final class VirtualTime {

    private static final String OF_POOL = """
            select max(b.virtual_time) from backend b
              join backend_pool p on p.backend_id = b.id
             where p.pool_id = :pool and b.enabled and b.id in (:takers)""";

    private static final String OF_POOL_WHOEVER_TAKES = """
            select max(b.virtual_time) from backend b
              join backend_pool p on p.backend_id = b.id
             where p.pool_id = :pool and b.enabled""";

    private final JdbcClient jdbc;
    private final Set<UUID> takers;
    private final Map<Integer, Double> byPool = new HashMap<>();

    /** @param takers the backends that take jobs now, at least one id */
    VirtualTime(JdbcClient jdbc, Set<UUID> takers) {
        this.jdbc = jdbc;
        this.takers = takers;
    }

    double of(int pool) {
        return byPool.computeIfAbsent(pool, this::read);
    }

    private double read(int pool) {
        var ofTakers = jdbc.sql(OF_POOL).param("pool", pool).param("takers", takers);
        var ofAll = jdbc.sql(OF_POOL_WHOEVER_TAKES).param("pool", pool);
        return number(ofTakers).or(() -> number(ofAll)).orElse(0.0);
    }

    /** The largest of none is null. */
    private static Optional<Double> number(JdbcClient.StatementSpec statement) {
        return statement.query(Double.class).optional();
    }

    static void keepUp(JdbcClient jdbc, Collection<UUID> backends) {
        jdbc.sql("update backend b join (select max(virtual_time) latest from backend where enabled) fleet"
                        + " set b.virtual_time = fleet.latest"
                        + " where b.id in (:backends) and b.virtual_time < fleet.latest")
                .param("backends", backends)
                .update();
    }
}
