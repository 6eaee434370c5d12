package org.genonaut.backend;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.genonaut.backend.Standing.Intent;
import org.genonaut.backend.connection.StoredConnection;
import org.genonaut.comfyui.PromptId;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A row of the fleet. */
@Entity
@Table(name = "backend")
class StoredBackend {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private String name = "";

    private String url = "";

    private String origin = "";

    private String connectionSettings = StoredConnection.NO_SETTINGS;

    private @Nullable String sealedSecrets;

    private boolean enabled = true;

    private boolean draining;

    private boolean removed;

    private @Nullable Instant standingSince;

    private @Nullable String standingBy;

    private @Nullable String disabledReason;

    private @Nullable String drainNote;

    private @Nullable Instant quarantinedSince;

    private @Nullable String quarantineReason;

    private @Nullable UUID quarantinePromptId;

    private Instant createdAt = Instant.EPOCH;

    private Instant updatedAt = Instant.EPOCH;

    @Version
    private long version;

    protected StoredBackend() {}

    StoredBackend(String name, URI url, BackendOrigin origin, Instant now) {
        this.name = name;
        this.url = url.toString();
        this.origin = origin.column();
        this.createdAt = now;
        this.updatedAt = now;
    }

    void connect(StoredConnection connection, Instant now) {
        connectionSettings = connection.settings();
        sealedSecrets = connection.secrets();
        updatedAt = now;
    }

    void move(URI to, Instant now) {
        url = to.toString();
        updatedAt = now;
    }

    void rename(String newName, Instant now) {
        name = newName;
        updatedAt = now;
    }

    /** From now on the configuration says nothing of it. */
    void adopt(Instant now) {
        origin = BackendOrigin.ADMIN.column();
        updatedAt = now;
    }

    void stand(Standing standing, Instant now) {
        enabled = standing.intent() != Intent.DISABLED;
        draining = standing.intent() == Intent.DRAINING;
        removed = standing.removed();
        standingSince = standing.since();
        standingBy = standing.by().isEmpty() ? null : standing.by();
        disabledReason = enabled ? null : standing.why();
        drainNote = draining ? standing.why() : null;
        var quarantine = standing.quarantine();
        quarantinedSince = quarantine == null ? null : quarantine.since();
        quarantineReason = quarantine == null ? null : quarantine.reason();
        quarantinePromptId = quarantine == null ? null : quarantine.prompt().value();
        updatedAt = now;
    }

    Standing standing() {
        var why = enabled ? drainNote : disabledReason;
        return new Standing(
                intent(),
                standingSince == null ? createdAt : standingSince,
                standingBy == null ? "" : standingBy,
                why == null ? "" : why,
                removed,
                quarantine());
    }

    private Intent intent() {
        if (draining) {
            return Intent.DRAINING;
        }
        return enabled ? Intent.ENABLED : Intent.DISABLED;
    }

    private @Nullable Quarantine quarantine() {
        if (quarantinedSince == null || quarantineReason == null || quarantinePromptId == null) {
            return null;
        }
        return new Quarantine(quarantinedSince, quarantineReason, new PromptId(quarantinePromptId));
    }

    BackendId id() {
        return new BackendId(Objects.requireNonNull(id, "Not stored yet"));
    }

    String name() {
        return name;
    }

    URI url() {
        return URI.create(url);
    }

    StoredConnection connection() {
        return new StoredConnection(id().value(), url(), connectionSettings, sealedSecrets);
    }

    BackendOrigin origin() {
        return BackendOrigin.ofColumn(origin);
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean isRemoved() {
        return removed;
    }

    /** Grows with every change. */
    long version() {
        return version;
    }
}
