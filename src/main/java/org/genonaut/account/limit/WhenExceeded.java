package org.genonaut.account.limit;

/** What becomes of a request that is above a quota. The later one is the more generous. */
public enum WhenExceeded {
    /** It is not accepted. */
    REFUSE,
    /** It is accepted and gets a quarter of the account's share. */
    SLOW_LANE
}
