package org.genonaut.account.limit;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.genonaut.account.AccountId;

/** Knows how much each account may have. */
public interface AccountLimits {

    /** Of each of these accounts, also of those that are there no more. */
    Map<AccountId, Limits> of(Collection<AccountId> accounts);

    default Limits of(AccountId account) {
        return Objects.requireNonNull(of(Set.of(account)).get(account));
    }
}
