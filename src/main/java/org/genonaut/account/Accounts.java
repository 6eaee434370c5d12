package org.genonaut.account;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people who may use this Genonaut. */
@Service
@Transactional
public class Accounts {

    private static final Logger log = LoggerFactory.getLogger(Accounts.class);

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Accounts(AccountRepository accounts, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(AccountId id) {
        return accounts.findById(id.value()).map(AccountEntity::toAccount);
    }

    /** Finds by the name that one signs in with, regardless of case and accents. */
    @Transactional(readOnly = true)
    public Optional<Account> findByName(String name) {
        return accounts.findByName(name).map(AccountEntity::toAccount);
    }

    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return accounts.count() == 0;
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException when the name is taken */
    public Account create(NewAccount account) {
        var stored = accounts.save(new AccountEntity(
                account.name(),
                account.displayName(),
                account.role(),
                passwords.encode(account.password()),
                clock.instant()));
        log.info("Account {} was created as {}", stored.id(), account.role());
        return stored.toAccount();
    }

    /** @return false when the name is taken, perhaps by another node at the same moment */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean createUnlessTaken(NewAccount account) {
        try {
            create(account);
            return true;
        } catch (DataIntegrityViolationException taken) {
            return false;
        }
    }

    /** A disabled account can neither sign in nor use its tokens. */
    public void disable(AccountId id) {
        accounts.findById(id.value()).ifPresent(account -> account.setEnabled(false, clock.instant()));
    }
}
