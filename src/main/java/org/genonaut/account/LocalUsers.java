package org.genonaut.account;

import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds who signs in with name and password. */
@Component
class LocalUsers implements UserDetailsService {

    private final AccountRepository accounts;

    LocalUsers(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String name) {
        return accounts.findByName(name)
                .flatMap(LocalUsers::withPassword)
                .orElseThrow(() -> new UsernameNotFoundException("No local account of that name"));
    }

    private static Optional<LocalUser> withPassword(AccountEntity account) {
        return Optional.ofNullable(account.passwordHash())
                .map(hash -> new LocalUser(account.toAccount(), account.isEnabled(), hash));
    }
}
