package org.genonaut.backend;

import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.genonaut.backend.connection.ConnectionSettings;
import org.genonaut.backend.connection.ConnectionVault;
import org.springframework.stereotype.Service;

/** What an admin says of a backend. It wins over the configuration from then on. */
@Service
public class BackendSettings {

    private final BackendRegistry registry;
    private final ConnectionVault vault;
    private final Fleet fleet;

    BackendSettings(BackendRegistry registry, ConnectionVault vault, Fleet fleet) {
        this.registry = registry;
        this.vault = vault;
        this.fleet = fleet;
    }

    /**
     * How a backend is reached. Its secrets are for giving back to {@link #change} unchanged, never for showing.
     *
     * @return empty if there is no such backend, or its secrets cannot be opened and must be said again
     */
    @RolesAllowed("ADMIN")
    public Optional<ConnectionSettings> find(BackendId id) {
        return registry.all().stream()
                .filter(backend -> backend.id().equals(id))
                .findFirst()
                .flatMap(backend -> vault.settingsIfReadable(backend.connection()));
    }

    /**
     * Gives a backend another name or connection, at once and for good, and takes it into use.
     *
     * @throws IllegalArgumentException if there is no such backend, or another has this name
     * @throws org.genonaut.secret.SecretException.NoKey if there are secrets and no key to seal them; nothing is changed
     */
    @RolesAllowed("ADMIN")
    public void change(BackendId id, BackendDeclaration declaration) {
        registry.change(id, declaration);
        fleet.follow();
    }
}
