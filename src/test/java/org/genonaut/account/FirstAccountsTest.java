package org.genonaut.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.genonaut.GenonautTest;
import org.genonaut.TestTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.password.PasswordEncoder;

@GenonautTest
@ExtendWith(OutputCaptureExtension.class)
class FirstAccountsTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private LocalUsers users;

    @Autowired
    private PasswordEncoder passwords;

    @BeforeEach
    void nobody(@Autowired TestTables tables) {
        tables.empty();
    }

    @Test
    void theFirstStartPrintsTheAdministratorsPasswordOnce(CapturedOutput console) {
        new FirstAdmin(accounts).afterSingletonsInstantiated();

        var words = console.toString()
                .lines()
                .filter(line -> line.contains("with the password "))
                .toList();
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
        assertThat(console.toString().lines().filter(line -> line.contains("with the password ")))
                .hasSize(1);
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
}
