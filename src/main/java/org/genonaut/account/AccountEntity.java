package org.genonaut.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "account")
class AccountEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String name;
    private String displayName;
    private @Nullable String email;
    private @Nullable String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean enabled;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected AccountEntity() {}

    @SuppressWarnings("NullAway.Init") // JPA gives the id.
    AccountEntity(String name, String displayName, Role role, String passwordHash, Instant now) {
        this.name = name;
        this.displayName = displayName;
        this.role = role;
        this.passwordHash = passwordHash;
        this.enabled = true;
        this.createdAt = now;
        this.updatedAt = now;
    }

    Account toAccount() {
        return new Account(new AccountId(id), name, displayName, email, role);
    }

    UUID id() {
        return id;
    }

    /** Absent for accounts that sign in elsewhere. */
    @Nullable String passwordHash() {
        return passwordHash;
    }

    boolean isEnabled() {
        return enabled;
    }

    void setEnabled(boolean enabled, Instant now) {
        this.enabled = enabled;
        this.updatedAt = now;
    }
}
