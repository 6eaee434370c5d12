package org.genonaut.account.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.genonaut.account.NewToken;
import org.genonaut.account.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a new token; everything has a default.
 *
 * @param name      for its owner to recognise it by
 * @param scopes    both by default
 * @param expiresIn seconds, at most ten years; absent: the token does not expire
 */
record TokenRequest(
        @Nullable @Size(max = 100) @Pattern(regexp = NOT_BLANK, message = "must not be blank") String name,

        @Nullable @Size(min = 1, max = 2) Set<Scope> scopes,
        @Nullable @Min(1) @Max(TEN_YEARS) Long expiresIn) {

    private static final String NOT_BLANK = "[\\s\\S]*\\S[\\s\\S]*";
    private static final long TEN_YEARS = 10L * 365 * 24 * 60 * 60;

    static final TokenRequest EMPTY = new TokenRequest(null, null, null);

    NewToken toNewToken() {
        return new NewToken(
                Objects.requireNonNullElse(name, "API token"),
                Objects.requireNonNullElse(scopes, Set.of(Scope.values())),
                expiresIn == null ? null : Duration.ofSeconds(expiresIn));
    }
}
