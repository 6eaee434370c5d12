package org.genonaut.backend.connection;

import org.genonaut.secret.Secret;

/** What a backend, or the proxy before it, wants to be shown. */
public sealed interface Credentials {

    /** Nothing. */
    record None() implements Credentials {}

    /**
     * A name and a password.
     *
     * @param user 1 to 200 characters without a colon, which HTTP cannot tell from the one before the password
     */
    record Basic(String user, Secret password) implements Credentials {

        private static final int LONGEST = 200;

        public Basic {
            if (user.isBlank() || user.length() > LONGEST || user.contains(":")) {
                throw new IllegalArgumentException("A user name has 1 to 200 characters and no colon");
            }
        }
    }

    /** A token. */
    record Bearer(Secret token) implements Credentials {}
}
