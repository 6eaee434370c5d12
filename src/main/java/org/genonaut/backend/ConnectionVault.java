package org.genonaut.backend;

import java.net.URI;
import java.util.Optional;
import org.genonaut.comfyui.Connection;
import org.genonaut.secret.SecretException;
import org.genonaut.secret.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals the secrets of connections for the database and opens them again. */
@Component
class ConnectionVault {

    private static final Logger log = LoggerFactory.getLogger(ConnectionVault.class);

    private final Secrets secrets;

    ConnectionVault(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * What to store for a backend that is to have these settings: what is stored already if that says the same, else
     * these, newly sealed. Without a key the secrets are left out, and the backend will say so.
     */
    StoredConnection store(BackendId backend, ConnectionSettings settings, StoredConnection before) {
        if (isCurrent(before) && holds(before, backend, settings)) {
            return before;
        }
        try {
            return seal(backend, settings);
        } catch (SecretException.NoKey e) {
            log.warn("The secrets of backend {} at {} are not stored: {}", backend, settings.url(), e.getMessage());
            return new StoredConnection(ConnectionJson.settings(settings), null);
        }
    }

    /** @throws SecretException.NoKey if there are secrets and no key to seal them */
    StoredConnection seal(BackendId backend, ConnectionSettings settings) {
        var sealed = ConnectionJson.secrets(settings).map(text -> secrets.seal(text, context(backend, settings.url())));
        return new StoredConnection(ConnectionJson.settings(settings), sealed.orElse(null));
    }

    /** The same sealed with the key that seals now; empty if it is that already, or cannot be opened. */
    Optional<StoredConnection> renewed(StoredBackend backend) {
        var before = backend.connection();
        if (isCurrent(before)) {
            return Optional.empty();
        }
        return settingsIfReadable(backend).map(settings -> seal(backend.id(), settings));
    }

    Optional<ConnectionSettings> settingsIfReadable(StoredBackend backend) {
        try {
            return Optional.of(settings(backend));
        } catch (BackendUnusable e) {
            return Optional.empty();
        }
    }

    /** @throws BackendUnusable saying why its secrets cannot be had */
    Connection connection(StoredBackend backend) {
        var settings = settings(backend);
        try {
            return settings.connection(secrets);
        } catch (SecretException.Missing | IllegalArgumentException e) {
            throw new BackendUnusable("Its credentials are not to be had: " + e.getMessage());
        }
    }

    /** @throws BackendUnusable saying why its secrets cannot be opened */
    ConnectionSettings settings(StoredBackend backend) {
        return open(backend.id(), backend.url(), backend.connection());
    }

    private boolean isCurrent(StoredConnection stored) {
        return stored.secrets() == null || secrets.isCurrent(stored.secrets());
    }

    private boolean holds(StoredConnection stored, BackendId backend, ConnectionSettings settings) {
        try {
            return open(backend, settings.url(), stored).equals(settings);
        } catch (BackendUnusable e) {
            return false;
        }
    }

    private ConnectionSettings open(BackendId backend, URI url, StoredConnection stored) {
        try {
            return ConnectionJson.read(url, stored.settings(), opened(backend, url, stored));
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

    private String opened(BackendId backend, URI url, StoredConnection stored) {
        var sealed = stored.secrets();
        if (sealed != null) {
            return secrets.open(sealed, context(backend, url));
        }
        if (ConnectionJson.needsSecrets(stored.settings())) {
            throw new BackendUnusable("Its secrets are not stored, because there was no key to seal them:"
                    + " name a file with one in GENONAUT_SECRET_KEY_FILE and start again");
        }
        return "{}";
    }

    /** With the address: whoever points a row elsewhere does not get its password sent there. */
    private static String context(BackendId backend, URI url) {
        return "backend " + backend + " at " + url;
    }
}
