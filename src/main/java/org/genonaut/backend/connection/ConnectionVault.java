package org.genonaut.backend.connection;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.genonaut.comfyui.Connection;
import org.genonaut.secret.SecretException;
import org.genonaut.secret.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals the secrets of connections for the database and opens them again. */
@Component
public class ConnectionVault {

    private static final Logger log = LoggerFactory.getLogger(ConnectionVault.class);

    private final Secrets secrets;

    ConnectionVault(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * What to store for a backend that is to have these settings: what is stored already if that says the same, else
     * these, newly sealed. Without a key the secrets are left out, and the backend will say so.
     */
    public StoredConnection store(ConnectionSettings settings, StoredConnection before) {
        if (isCurrent(before) && holds(before, settings)) {
            return before;
        }
        var backend = before.backend();
        try {
            return seal(backend, settings);
        } catch (SecretException.NoKey e) {
            log.warn("The secrets of backend {} at {} are not stored: {}", backend, settings.url(), e.getMessage());
            return new StoredConnection(backend, settings.url(), ConnectionJson.settings(settings), null);
        }
    }

    /** @throws SecretException.NoKey if there are secrets and no key to seal them */
    public StoredConnection seal(UUID backend, ConnectionSettings settings) {
        var url = settings.url();
        var sealed = ConnectionJson.secrets(settings).map(text -> secrets.seal(text, context(backend, url)));
        return new StoredConnection(backend, url, ConnectionJson.settings(settings), sealed.orElse(null));
    }

    /** The same sealed with the key that seals now; empty if it is that already, or cannot be opened. */
    public Optional<StoredConnection> renewed(StoredConnection before) {
        if (isCurrent(before)) {
            return Optional.empty();
        }
        return settingsIfReadable(before).map(settings -> seal(before.backend(), settings));
    }

    public Optional<ConnectionSettings> settingsIfReadable(StoredConnection stored) {
        try {
            return Optional.of(settings(stored));
        } catch (BackendUnusable e) {
            return Optional.empty();
        }
    }

    /** @throws BackendUnusable saying why its secrets cannot be had */
    public Connection connection(StoredConnection stored) {
        return revealed(settings(stored));
    }

    /** @throws BackendUnusable saying which secret is not to be had */
    public Connection revealed(ConnectionSettings settings) {
        try {
            return settings.connection(secrets);
        } catch (SecretException.Missing | IllegalArgumentException e) {
            throw new BackendUnusable("Its credentials are not to be had: " + e.getMessage());
        }
    }

    private boolean isCurrent(StoredConnection stored) {
        return stored.secrets() == null || secrets.isCurrent(stored.secrets());
    }

    private boolean holds(StoredConnection stored, ConnectionSettings settings) {
        try {
            return settings(stored).equals(settings);
        } catch (BackendUnusable e) {
            return false;
        }
    }

    /** @throws BackendUnusable saying why its secrets cannot be opened */
    ConnectionSettings settings(StoredConnection stored) {
        try {
            return ConnectionJson.read(stored.url(), stored.settings(), opened(stored));
        } catch (BackendUnusable e) {
            throw e;
        } catch (SecretException e) {
            throw new BackendUnusable("Its secrets cannot be opened: " + e.getMessage());
        } catch (RuntimeException e) {
            // Its message might quote what was to be read.
            throw new BackendUnusable("Its settings in the database cannot be read ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private String opened(StoredConnection stored) {
        var sealed = stored.secrets();
        if (sealed != null) {
            return secrets.open(sealed, context(stored.backend(), stored.url()));
        }
        if (ConnectionJson.needsSecrets(stored.settings())) {
            throw new BackendUnusable("Its secrets are not stored, because there was no key to seal them:"
                    + " name a file with one in GENONAUT_SECRET_KEY_FILE and start again");
        }
        return "{}";
    }

    /** With the address: whoever points a row elsewhere does not get its password sent there. */
    private static String context(UUID backend, URI url) {
        return "backend " + backend + " at " + url;
    }
}
