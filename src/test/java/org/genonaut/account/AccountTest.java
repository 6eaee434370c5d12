package org.genonaut.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    @ParameterizedTest
    @CsvSource({"Maya Lindqvist, ML", "maya, M", "Ana de la Cruz, AC", "  Łukasz   Żak , ŁŻ"})
    void showsTheFirstLettersOfFirstAndLastName(String displayName, String initials) {
        var account = new Account(new AccountId(new UUID(0, 1)), "maya", displayName, null, Role.MEMBER);

        assertThat(account.initials()).isEqualTo(initials);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "maya lindqvist", "maya\n", "a/b"})
    void refusesANameThatCannotBeTyped(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NewAccount(name, "Maya", Role.MEMBER, "secret"));
    }

    @Test
    void keepsThePasswordOutOfLogs() {
        assertThat(new NewAccount("maya", "Maya", Role.MEMBER, "secret").toString())
                .doesNotContain("secret");
    }
}
