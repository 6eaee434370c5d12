package org.genonaut.account;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody who signs in with a password that we keep the hash of. */
final class LocalUser implements UserDetails, SignedIn, CredentialsContainer {

    private final Account account;
    private final boolean enabled;
    private @Nullable String passwordHash;

    LocalUser(Account account, boolean enabled, String passwordHash) {
        this.account = account;
        this.enabled = enabled;
        this.passwordHash = passwordHash;
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public String getUsername() {
        return account.id().toString();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return Authorities.of(account.role());
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
