package org.genonaut.secret;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Seals secrets for the database, opens them again, and follows references to where secrets stand. */
public final class Secrets {

    private final KeyRing keys;
    private final Function<String, @Nullable String> environment;

    Secrets(KeyRing keys, Function<String, @Nullable String> environment) {
        this.keys = keys;
        this.environment = environment;
    }

    /**
     * Encrypts a text so that only who has the key can read it, and only for this context.
     *
     * @param context where the text belongs, such as a row's key; what is sealed for one opens in no other
     * @return printable ASCII, another at each call
     * @throws SecretException.NoKey if there is no key
     */
    public String seal(String text, String context) {
        return keys.seal(text, context);
    }

    /** @throws SecretException.NotOpened if it was sealed with a key that is lost, for another context, or changed */
    public String open(String sealed, String context) {
        return keys.open(sealed, context);
    }

    /** Whether it was sealed with the key that seals now, and not with an older one. */
    public boolean isCurrent(String sealed) {
        return keys.isCurrent(sealed);
    }

    /**
     * The secret itself, for whoever sends it away at once.
     *
     * @throws SecretException.Missing if it is a reference that leads nowhere now
     */
    public String reveal(Secret secret) {
        return switch (secret) {
            case Secret.Text(var value) -> value;
            case Secret.Reference reference -> References.follow(reference, environment);
        };
    }
}
