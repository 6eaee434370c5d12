package org.genonaut.account;

import java.io.Serializable;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person, as others see them.
 *
 * @param id          stable for ever
 * @param name        what they sign in with, unique regardless of case and accents
 * @param displayName what pages call them
 * @param email       an attribute, never a key
 * @param role        what they may do
 */
public record Account(
        AccountId id,
        String name,
        String displayName,
        @Nullable String email,
        Role role) implements Serializable {

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /** The first letters of the first and the last word of the display name, in upper case: one or two. */
    public String initials() {
        var words = displayName.strip().split("\\s+", -1);
        return Stream.of(words[0], words.length > 1 ? words[words.length - 1] : "")
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toString(word.codePointAt(0)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
