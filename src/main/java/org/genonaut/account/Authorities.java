package org.genonaut.account;

import java.util.List;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** How roles and scopes are spelled for Spring Security: {@code ROLE_ADMIN}, {@code SCOPE_read}. */
final class Authorities {

    private Authorities() {}

    static List<GrantedAuthority> of(Role role) {
        return switch (role) {
            case MEMBER -> AuthorityUtils.createAuthorityList("ROLE_MEMBER");
            case ADMIN -> AuthorityUtils.createAuthorityList("ROLE_MEMBER", "ROLE_ADMIN");
        };
    }

    static List<GrantedAuthority> of(Set<Scope> scopes) {
        return AuthorityUtils.createAuthorityList(
                scopes.stream().map(scope -> "SCOPE_" + scope.code()).toList());
    }
}
