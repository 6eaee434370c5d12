package org.genonaut.account;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, for the thread of a request or of a view.
 *
 * <p>Other threads have nobody: hand them the id.
 */
@Component
public class CurrentAccount {

    private final SecurityContextHolderStrategy contexts;

    CurrentAccount(SecurityContextHolderStrategy contexts) {
        this.contexts = contexts;
    }

    /** The account as it was at sign-in; empty when nobody is signed in. */
    public Optional<Account> find() {
        return Optional.ofNullable(contexts.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(principal -> ((SignedIn) principal).account());
    }

    /** @throws AuthenticationCredentialsNotFoundException when nobody is signed in */
    public Account get() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
    }

    /** @throws AuthenticationCredentialsNotFoundException when nobody is signed in */
    public AccountId id() {
        return get().id();
    }
}
