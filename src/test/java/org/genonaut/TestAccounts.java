package org.genonaut;

import java.util.Set;
import org.genonaut.account.Account;
import org.genonaut.account.Accounts;
import org.genonaut.account.ApiTokens;
import org.genonaut.account.NewAccount;
import org.genonaut.account.NewToken;
import org.genonaut.account.Role;
import org.genonaut.account.Scope;

/** Accounts and tokens for tests; an account that is there already is taken as it is. */
public class TestAccounts {

    private final Accounts accounts;
    private final ApiTokens tokens;

    public TestAccounts(Accounts accounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** A member whose password is the name. */
    public Account member(String name) {
        return account(name, Role.MEMBER);
    }

    /** An administrator whose password is the name. */
    public Account admin(String name) {
        return account(name, Role.ADMIN);
    }

    Account account(String name, Role role) {
        return accounts.findByName(name)
                .orElseGet(() -> accounts.create(new NewAccount(name, "Test " + name, role, name)));
    }

    /** The header of a program that may do what the account may, with these scopes or, without any, all of them. */
    public String bearer(Account account, Scope... scopes) {
        var asked = Set.of(scopes.length == 0 ? Scope.values() : scopes);
        return "Bearer "
                + tokens.issue(account.id(), new NewToken("test", asked, null)).secret();
    }
}
