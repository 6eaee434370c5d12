package org.genonaut.backend;

import org.jspecify.annotations.Nullable;

/**
 * Connection settings as they lie in the database.
 *
 * @param settings everything that is no secret, as JSON; where a secret belongs, its reference or that it is sealed
 * @param secrets the secrets themselves, sealed; null if there are none, or if there was no key to seal them
 */
record StoredConnection(String settings, @Nullable String secrets) {

    /** What a backend has that was stored before there were settings. */
    static final StoredConnection PLAIN = new StoredConnection("{}", null);
}
