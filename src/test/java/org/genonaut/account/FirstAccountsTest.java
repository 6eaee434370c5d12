package org.genonaut.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genonaut.Collision;
import org.genonaut.GenonautTest;
import org.genonaut.TestTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@GenonautTest
@ExtendWith(OutputCaptureExtension.class)
class FirstAccountsTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private LocalUsers users;

    @Autowired
    private PasswordEncoder passwords;

    private String saidBefore = "";

    @BeforeEach
    void nobody(@Autowired TestTables tables, CapturedOutput console) {
        tables.empty();
        saidBefore = console.toString();
    }

    @Test
    void theFirstStartPrintsTheAdministratorsPasswordOnce(CapturedOutput console) {
        new FirstAdmin(accounts).afterSingletonsInstantiated();

        var words = passwordsIn(console);
        assertThat(words).hasSize(1);
        var password = words.getFirst().replaceAll(".*with the password (\\S+) .*", "$1");
        assertThat(passwords.matches(password, users.loadUserByUsername("admin").getPassword()))
                .isTrue();
        assertThat(accounts.findByName("admin").orElseThrow().isAdmin()).isTrue();
    }

    @Test
    void aLaterStartCreatesNobody(CapturedOutput console) {
        new FirstAdmin(accounts).afterSingletonsInstantiated();
        var first = accounts.findByName("admin");

        new FirstAdmin(accounts).afterSingletonsInstantiated();

        assertThat(accounts.findByName("admin")).isEqualTo(first);
        assertThat(passwordsIn(console)).hasSize(1);
    }

    @Test
    void twoNodesThatStartAtOnceHaveOneAdministrator(
            CapturedOutput console, @Autowired JdbcClient jdbc, @Autowired TransactionTemplate transactions)
            throws Exception {
        var collision = new Collision(jdbc, transactions);

        collision.of(
                () -> {
                    accounts.create(new NewAccount("admin", "Of the other node", Role.ADMIN, "secret"));
                    assertThat(accounts.isEmpty()).isFalse();
                },
                () -> new FirstAdmin(accounts).afterSingletonsInstantiated());

        assertThat(accounts.findByName("admin").orElseThrow().displayName()).isEqualTo("Of the other node");
        assertThat(passwordsIn(console)).isEmpty();
    }

    @Test
    void twoDemosThatStartAtOnceHaveTheSameAccounts(
            @Autowired JdbcClient jdbc, @Autowired TransactionTemplate transactions) throws Exception {
        var collision = new Collision(jdbc, transactions);

        collision.of(
                () -> {
                    accounts.create(new NewAccount("maya", "Of the other node", Role.MEMBER, "maya"));
                    assertThat(accounts.isEmpty()).isFalse();
                },
                () -> new DemoAccounts(accounts).afterSingletonsInstantiated());

        assertThat(accounts.findByName("maya").orElseThrow().displayName()).isEqualTo("Of the other node");
        assertThat(accounts.findByName("noah")).isPresent();
    }

    @Test
    void theDemoCreatesItsMissingAccountsOnly() {
        new DemoAccounts(accounts).afterSingletonsInstantiated();
        var maya = accounts.findByName("maya").orElseThrow();

        new DemoAccounts(accounts).afterSingletonsInstantiated();

        assertThat(accounts.findByName("maya")).contains(maya);
        assertThat(accounts.findByName("noah").orElseThrow().isAdmin()).isFalse();
        assertThat(accounts.findByName("admin").orElseThrow().isAdmin()).isTrue();
        assertThat(passwords.matches("maya", users.loadUserByUsername("maya").getPassword()))
                .isTrue();
    }

    /** Without what the application itself said if it was started for these tests. */
    private List<String> passwordsIn(CapturedOutput console) {
        return console.toString()
                .substring(saidBefore.length())
                .lines()
                .filter(line -> line.contains("with the password "))
                .toList();
    }
}
