package org.genonaut.generation.pace;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes what was learned: one row for a base model on a backend. */
final class StoredPaces {

    private static final String ALL = """
            select backend_id, base_model_id, samples, mean_work, mean_seconds, work_variance, covariance, spread, loads,
              load_seconds, largest_width, largest_height, largest_batch from run_pace""";

    private static final String OF_ONE = ALL + " where backend_id = ? and base_model_id = ? for update";

    private static final String STORE = """
            update run_pace set samples = :samples, mean_work = :meanWork, mean_seconds = :meanSeconds,
              work_variance = :workVariance, covariance = :covariance, spread = :spread, loads = :loads,
              load_seconds = :loadSeconds, largest_width = :width, largest_height = :height, largest_batch = :batch
             where backend_id = :backend and base_model_id = :model""";

    private final JdbcClient jdbc;

    StoredPaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Key(UUID backend, UUID model) {}

    private record Entry(Key key, Learned learned) {}

    /** By base model, then by backend. */
    Map<UUID, Map<UUID, Learned>> all() {
        return jdbc.sql(ALL).query((row, number) -> entry(row)).list().stream()
                .collect(groupingBy(
                        entry -> entry.key().model(), toMap(entry -> entry.key().backend(), Entry::learned)));
    }

    /** Locked from now on. A row that is not there is written first: two that learn it at once must both count. */
    Learned locked(Key key) {
        var query = jdbc.sql(OF_ONE).params(key.backend(), key.model());
        var found = query.query((row, number) -> entry(row).learned()).optional();
        if (found.isPresent()) {
            return found.get();
        }
        jdbc.sql(
                        "insert into run_pace (backend_id, base_model_id) values (?, ?) on duplicate key update samples = samples")
                .params(key.backend(), key.model())
                .update();
        return query.query((row, number) -> entry(row).learned()).single();
    }

    void store(Key key, Learned learned) {
        jdbc.sql(STORE)
                .param("samples", learned.samples())
                .param("meanWork", learned.meanWork())
                .param("meanSeconds", learned.meanSeconds())
                .param("workVariance", learned.workVariance())
                .param("covariance", learned.covariance())
                .param("spread", learned.spread())
                .param("loads", learned.loads())
                .param("loadSeconds", learned.loadSeconds())
                .param("width", learned.largest().width())
                .param("height", learned.largest().height())
                .param("batch", learned.largest().batch())
                .param("backend", key.backend())
                .param("model", key.model())
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new Key(row.getObject("backend_id", UUID.class), row.getObject("base_model_id", UUID.class)),
                new Learned(
                        row.getInt("samples"),
                        row.getDouble("mean_work"),
                        row.getDouble("mean_seconds"),
                        row.getDouble("work_variance"),
                        row.getDouble("covariance"),
                        row.getDouble("spread"),
                        row.getInt("loads"),
                        row.getDouble("load_seconds"),
                        new PictureSize(
                                row.getInt("largest_width"),
                                row.getInt("largest_height"),
                                row.getInt("largest_batch"))));
    }
}
