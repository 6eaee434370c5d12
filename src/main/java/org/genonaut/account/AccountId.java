package org.genonaut.account;

import java.io.Serializable;
import java.util.UUID;

/** Names an account for ever: names and e-mail addresses may change, this does not. */
public record AccountId(UUID value) implements Serializable {

    /** @throws IllegalArgumentException when the text is no UUID */
    public static AccountId parse(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
