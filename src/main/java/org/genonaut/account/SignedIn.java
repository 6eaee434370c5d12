package org.genonaut.account;

/**
 * What every principal of ours is, however it signed in: with a password, a token or at an identity provider.
 *
 * <p>The name of an authentication is always the account's id, never its name, which may change during a session.
 */
public interface SignedIn {

    /** The account as it was at sign-in. */
    Account account();
}
