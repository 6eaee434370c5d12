package org.genonaut.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.genonaut.GenonautTest;
import org.genonaut.TestAccounts;
import org.genonaut.TestTables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.transaction.support.TransactionTemplate;

@GenonautTest
class ApiTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Autowired
    private ApiTokenRepository tokens;

    @Autowired
    private AccountRepository repository;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Account maya;

    ApiTokensTest(@Autowired TestTables tables, @Autowired TestAccounts accounts) {
        tables.empty();
        maya = accounts.member("maya");
    }

    @Test
    void signsAProgramInAsItsOwner() {
        var secret = issue(Set.of(Scope.READ), null).secret();

        var program = authenticate(secret, NOON).orElseThrow();

        assertThat(program.getName()).isEqualTo(maya.id().toString());
        assertThat(program.getPrincipal())
                .isInstanceOfSatisfying(
                        SignedIn.class,
                        principal -> assertThat(principal.account()).isEqualTo(maya));
        assertThat(program.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("ROLE_MEMBER", "SCOPE_read");
    }

    @Test
    void keepsNoSecret() {
        var secret = issue(Set.of(Scope.READ), null).secret();

        assertThat(jdbc.sql("SELECT count(*) FROM api_token WHERE hash = unhex(sha2(:secret, 256))")
                        .param("secret", secret)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void forgetsAnExpiredToken() {
        var secret = issue(Set.of(Scope.READ), Duration.ofHours(1)).secret();

        assertThat(authenticate(secret, NOON.plusSeconds(3599))).isPresent();
        assertThat(authenticate(secret, NOON.plusSeconds(3600))).isEmpty();
    }

    @Test
    void refusesTheTokensOfADisabledAccount() {
        var secret = issue(Set.of(Scope.READ), null).secret();
        accounts.disable(maya.id());

        assertThat(authenticate(secret, NOON)).isEmpty();
    }

    @Test
    void writesTheLastUseAtMostOnceAMinute() {
        var secret = issue(Set.of(Scope.READ), null).secret();

        authenticate(secret, NOON);
        authenticate(secret, NOON.plusSeconds(59));
        assertThat(lastUse()).isEqualTo(NOON);

        authenticate(secret, NOON.plusSeconds(61));
        assertThat(lastUse()).isEqualTo(NOON.plusSeconds(61));
    }

    private IssuedToken issue(Set<Scope> scopes, @Nullable Duration expiresIn) {
        return transaction.execute(status -> at(NOON).issue(maya.id(), new NewToken("test", scopes, expiresIn)));
    }

    private Optional<Authentication> authenticate(String secret, Instant now) {
        return transaction.execute(status -> at(now).authenticate(secret));
    }

    private ApiTokens at(Instant now) {
        return new ApiTokens(tokens, repository, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Instant lastUse() {
        return jdbc.sql("SELECT last_used_at FROM api_token")
                .query(Instant.class)
                .single();
    }
}
