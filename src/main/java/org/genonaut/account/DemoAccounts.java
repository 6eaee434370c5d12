package org.genonaut.account;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The accounts of the demo, each with its name as its password: the demo listens on this machine only. */
@Component
@Profile("demo")
class DemoAccounts implements SmartInitializingSingleton {

    private static final List<NewAccount> ACCOUNTS = List.of(
            new NewAccount("admin", "Ada Admin", Role.ADMIN, "admin"),
            new NewAccount("maya", "Maya Lindqvist", Role.MEMBER, "maya"),
            new NewAccount("noah", "Noah Okafor", Role.MEMBER, "noah"));

    private final Accounts accounts;

    DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        ACCOUNTS.stream()
                .filter(account -> accounts.findByName(account.name()).isEmpty())
                .forEach(accounts::createUnlessTaken);
    }
}
