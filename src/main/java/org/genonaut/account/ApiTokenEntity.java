package org.genonaut.account;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_token")
class ApiTokenEntity {

    /** How exactly we know when a token was last used; a write at each request would be too dear. */
    private static final Duration LAST_USE_GRANULARITY = Duration.ofMinutes(1);

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private AccountEntity account;

    private String name;
    private byte[] hash;
    private String scopes;
    private Instant createdAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected ApiTokenEntity() {}

    @SuppressWarnings("NullAway.Init") // JPA gives the id.
    ApiTokenEntity(AccountEntity account, NewToken token, byte[] hash, Instant now) {
        this.account = account;
        this.name = token.name();
        this.hash = hash;
        this.scopes = Scope.join(token.scopes());
        this.createdAt = now;
        this.expiresAt = token.expiresIn() == null ? null : now.plus(token.expiresIn());
    }

    UUID id() {
        return id;
    }

    AccountEntity account() {
        return account;
    }

    Set<Scope> scopes() {
        return Scope.split(scopes);
    }

    @Nullable Instant expiresAt() {
        return expiresAt;
    }

    boolean isValidAt(Instant now) {
        return account.isEnabled() && (expiresAt == null || now.isBefore(expiresAt));
    }

    void usedAt(Instant now) {
        if (lastUsedAt == null || lastUsedAt.plus(LAST_USE_GRANULARITY).isBefore(now)) {
            lastUsedAt = now;
        }
    }
}
