package org.genonaut.account;

import java.util.regex.Pattern;

/**
 * An account to be created, which signs in with a password.
 *
 * @param name     1 to 100 letters, digits and {@code . _ @ -}
 * @param password in clear; stored only as a hash
 */
public record NewAccount(String name, String displayName, Role role, String password) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,100}");

    public NewAccount {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("An account's name has 1 to 100 letters, digits and . _ @ -");
        }
        if (displayName.isBlank() || displayName.length() > 200) {
            throw new IllegalArgumentException("A display name has 1 to 200 characters");
        }
        if (password.isEmpty()) {
            throw new IllegalArgumentException("A password is not empty");
        }
    }

    @Override
    public String toString() {
        return "NewAccount[" + name + ", " + role + "]";
    }
}
