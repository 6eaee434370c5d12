package org.genonaut.account.limit;

import org.genonaut.account.AccountId;

/** Knows what each account spent. Whoever runs jobs keeps it. */
public interface UsageLedger {

    Usage of(AccountId account);
}
