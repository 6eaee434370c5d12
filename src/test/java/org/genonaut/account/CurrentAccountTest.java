package org.genonaut.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.Principal;
import org.genonaut.GenonautTest;
import org.genonaut.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithAnonymousUser;

@GenonautTest
class CurrentAccountTest {

    @Autowired
    private CurrentAccount currentAccount;

    @Test
    @SignedInAs("maya")
    void isWhoIsSignedIn() {
        assertThat(currentAccount.get().name()).isEqualTo("maya");
        assertThat(SecurityContextHolder.getContext().getAuthentication())
                .extracting(Principal::getName)
                .isEqualTo(currentAccount.id().toString());
    }

    @Test
    @SignedInAs(value = "ada", role = Role.ADMIN)
    void knowsAdministrators() {
        assertThat(currentAccount.get().isAdmin()).isTrue();
    }

    @Test
    @WithAnonymousUser
    void isNobodyForAnonymousVisitors() {
        assertThat(currentAccount.find()).isEmpty();
        assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
                .isThrownBy(currentAccount::get);
    }
}
