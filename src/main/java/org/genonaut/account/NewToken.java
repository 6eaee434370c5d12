package org.genonaut.account;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token to be issued.
 *
 * @param name      1 to 100 characters, for its owner to recognise it by
 * @param scopes    at least one
 * @param expiresIn positive; absent: never
 */
public record NewToken(
        String name, Set<Scope> scopes, @Nullable Duration expiresIn) {

    public NewToken {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("A token's name has 1 to 100 characters");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("A token has at least one scope");
        }
        if (expiresIn != null && !expiresIn.isPositive()) {
            throw new IllegalArgumentException("A token lives for some time");
        }
        scopes = Set.copyOf(scopes);
    }
}
