package org.genonaut.backend.connection;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Connection settings as they lie in the database.
 *
 * @param backend whose they are
 * @param url where it is
 * @param settings everything else that is no secret, as JSON; where a secret belongs, its reference or that it is sealed
 * @param secrets the secrets themselves, sealed; null if there are none, or if there was no key to seal them
 */
public record StoredConnection(
        UUID backend, URI url, String settings, @Nullable String secrets) {

    /** The settings of a backend that was stored before there were any. */
    public static final String NO_SETTINGS = "{}";
}
