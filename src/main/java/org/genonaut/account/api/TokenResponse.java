package org.genonaut.account.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.genonaut.account.IssuedToken;
import org.genonaut.account.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A new token.
 *
 * @param token     the secret, shown this once
 * @param expiresAt null: never
 */
record TokenResponse(
        UUID id,
        String name,
        String token,
        Set<Scope> scopes,
        @Nullable Instant expiresAt) {

    static TokenResponse of(IssuedToken token) {
        return new TokenResponse(token.id(), token.name(), token.secret(), token.scopes(), token.expiresAt());
    }
}
