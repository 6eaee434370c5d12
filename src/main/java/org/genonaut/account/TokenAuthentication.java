package org.genonaut.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** A program that acts for an account, within the scopes of its token. */
final class TokenAuthentication extends AbstractAuthenticationToken {

    private final Program program;

    TokenAuthentication(Account account, Set<Scope> scopes) {
        super(authorities(account, scopes));
        this.program = new Program(account);
        setAuthenticated(true);
    }

    private static Collection<GrantedAuthority> authorities(Account account, Set<Scope> scopes) {
        var authorities = new ArrayList<>(Authorities.of(account.role()));
        authorities.addAll(Authorities.of(scopes));
        return authorities;
    }

    @Override
    public Object getPrincipal() {
        return program;
    }

    @Override
    public String getName() {
        return program.account().id().toString();
    }

    @Override
    public Object getCredentials() {
        return ""; // Not kept.
    }

    private record Program(Account account) implements SignedIn {}
}
