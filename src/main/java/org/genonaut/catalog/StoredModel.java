package org.genonaut.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.genonaut.backend.BackendId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of the catalog. */
@Entity
@Table(name = "model")
class StoredModel {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private String type = "";

    private String name = "";

    private String family = "";

    private String title = "";

    private String description = "";

    @Column(name = "is_active")
    private boolean active;

    private @Nullable Double defaultStrength;

    private String triggerWords = "";

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> metadata = Map.of();

    private Instant createdAt = Instant.EPOCH;

    private Instant updatedAt = Instant.EPOCH;

    @Version
    private long version;

    protected StoredModel() {}

    StoredModel(ModelType type, String name, SafetensorsMetadata said, Instant now) {
        this.type = type.word();
        this.name = name;
        this.active = true;
        this.createdAt = now;
        this.updatedAt = now;
        this.metadata = said.values();
        this.family = (said.family() == ModelFamily.OTHER ? FamilyGuess.byName(name) : said.family()).word();
        this.title = said.title().orElseGet(() -> ModelNames.title(name));
        this.triggerWords = ModelEdit.joined(said.triggerWords());
    }

    void edit(ModelEdit edit, Instant now) {
        title = edit.title();
        description = edit.description();
        family = edit.family().word();
        active = edit.isActive();
        defaultStrength = edit.defaultStrength();
        triggerWords = ModelEdit.joined(edit.triggerWords());
        updatedAt = now;
    }

    UUID id() {
        if (id == null) {
            throw new IllegalStateException("Not stored yet");
        }
        return id;
    }

    AvailableModel view(Map<BackendId, String> presence) {
        return new AvailableModel(
                new ModelId(id()),
                ModelType.valueOf(type.toUpperCase(Locale.ROOT)),
                name,
                ModelFamily.valueOf(family.toUpperCase(Locale.ROOT)),
                title,
                description,
                active,
                defaultStrength,
                triggerWords.isBlank() ? List.of() : List.of(triggerWords.split(",\\s*", -1)),
                presence);
    }
}
