package org.genonaut.account;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tokens that programs sign in with. */
@Service
@Transactional
public class ApiTokens {

    private static final Logger log = LoggerFactory.getLogger(ApiTokens.class);

    private final ApiTokenRepository tokens;
    private final AccountRepository accounts;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, AccountRepository accounts, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Issues a token; its secret is in the answer and nowhere else.
     *
     * @throws java.util.NoSuchElementException when there is no such account
     */
    public IssuedToken issue(AccountId owner, NewToken token) {
        var secret = TokenSecret.random();
        var account = accounts.findById(owner.value()).orElseThrow();
        var stored = tokens.save(new ApiTokenEntity(account, token, secret.hash(), clock.instant()));
        log.info("Token {} was issued to account {}", stored.id(), owner);
        return new IssuedToken(stored.id(), token.name(), secret.text(), token.scopes(), stored.expiresAt());
    }

    /** Who sends this secret; empty when it is unknown or expired, or when the account is disabled. */
    public Optional<Authentication> authenticate(String secret) {
        var now = clock.instant();
        return tokens.findByHash(new TokenSecret(secret).hash())
                .filter(token -> token.isValidAt(now))
                .map(token -> {
                    token.usedAt(now);
                    return new TokenAuthentication(token.account().toAccount(), token.scopes());
                });
    }
}
