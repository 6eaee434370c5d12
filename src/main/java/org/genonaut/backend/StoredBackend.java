package org.genonaut.backend;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.genonaut.backend.connection.StoredConnection;
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

    private @Nullable String disabledReason;

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

    void enable(URI at, Instant now) {
        url = at.toString();
        enabled = true;
        disabledReason = null;
        updatedAt = now;
    }

    /** By an admin's word, which nobody else's changes. */
    void rename(String newName, Instant now) {
        name = newName;
        origin = BackendOrigin.ADMIN.column();
        updatedAt = now;
    }

    void disable(String reason, Instant now) {
        enabled = false;
        disabledReason = reason;
        updatedAt = now;
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

    String disabledReason() {
        return disabledReason == null ? "" : disabledReason;
    }
}
