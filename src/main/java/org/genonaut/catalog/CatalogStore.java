package org.genonaut.catalog;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.genonaut.backend.BackendId;
import org.genonaut.catalog.CatalogSnapshot.Key;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes the catalog's tables. */
@Repository
class CatalogStore {

    private static final SafetensorsMetadata NOTHING_SAID = new SafetensorsMetadata(Map.of());

    private final StoredModels models;
    private final JdbcClient jdbc;
    private final Clock clock;

    CatalogStore(StoredModels models, JdbcClient jdbc, Clock clock) {
        this.models = models;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    CatalogSnapshot load() {
        var presence = new HashMap<UUID, Map<BackendId, String>>();
        jdbc.sql("select p.model_id, p.backend_id, p.name from model_presence p join backend b on b.id = p.backend_id"
                        + " where b.enabled")
                .query((ResultSet row) -> {
                    presence.computeIfAbsent(row.getObject("model_id", UUID.class), id -> new HashMap<>())
                            .put(new BackendId(row.getObject("backend_id", UUID.class)), row.getString("name"));
                });
        return CatalogSnapshot.of(models.findAll().stream()
                .map(model -> model.view(presence.getOrDefault(model.id(), Map.of())))
                .toList());
    }

    @Transactional
    void edit(ModelId id, ModelEdit edit) {
        models.findById(id.value())
                .orElseThrow(() -> new IllegalArgumentException("No such model"))
                .edit(edit, clock.instant());
    }

    /** Writes down which files a backend has; answers the models whose presence changed. */
    @Transactional
    Set<ModelId> merge(BackendId backend, BackendFiles files, CatalogSnapshot known) {
        var ids = idsOf(files, known);
        var before = presence(backend);
        var changed = new HashSet<ModelId>();
        ids.forEach((id, name) -> {
            if (!name.equals(before.remove(id))) {
                jdbc.sql("insert into model_presence (model_id, backend_id, name, seen_at)"
                                + " values (?, ?, ?, utc_timestamp(6)) on duplicate key update name = values(name)")
                        .params(id, backend.value(), name)
                        .update();
                changed.add(new ModelId(id));
            }
        });
        before.keySet().forEach(id -> {
            jdbc.sql("delete from model_presence where model_id = ? and backend_id = ?")
                    .params(id, backend.value())
                    .update();
            changed.add(new ModelId(id));
        });
        return changed;
    }

    /** @return whether the backend was said to have it */
    @Transactional
    boolean remove(BackendId backend, ModelId model) {
        return jdbc.sql("delete from model_presence where model_id = ? and backend_id = ?")
                        .params(model.value(), backend.value())
                        .update()
                > 0;
    }

    /** By model what this backend calls it, storing the models that nobody had before. */
    private Map<UUID, String> idsOf(BackendFiles files, CatalogSnapshot known) {
        var now = clock.instant();
        var ids = new HashMap<UUID, String>();
        files.names().forEach((key, name) -> {
            var model = known.byKey().get(key);
            var id = model != null ? model.id().value() : add(key, files.metadata(), now);
            ids.put(id, name);
        });
        models.flush();
        return ids;
    }

    private UUID add(Key key, Map<Key, SafetensorsMetadata> metadata, Instant now) {
        var said = metadata.getOrDefault(key, NOTHING_SAID);
        return models.save(new StoredModel(key.type(), key.name(), said, now)).id();
    }

    private Map<UUID, String> presence(BackendId backend) {
        return jdbc
                .sql("select model_id, name from model_presence where backend_id = ?")
                .param(backend.value())
                .query((row, number) -> Map.entry(row.getObject("model_id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
