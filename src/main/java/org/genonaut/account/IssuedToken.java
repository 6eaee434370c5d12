package org.genonaut.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token at the only moment when its secret is known.
 *
 * @param secret    what a program sends after {@code Bearer}
 * @param expiresAt absent: never
 */
public record IssuedToken(
        UUID id,
        String name,
        String secret,
        Set<Scope> scopes,
        @Nullable Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedToken[" + id + "]";
    }
}
