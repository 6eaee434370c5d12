package org.genonaut.secret;

/** A secret is not to be had. The message is one sentence for people, without a full stop and without the secret. */
public abstract sealed class SecretException extends RuntimeException {

    private final String message;

    private SecretException(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** Nothing can be sealed, because there is no usable key. */
    public static final class NoKey extends SecretException {

        NoKey(String message) {
            super(message);
        }
    }

    /** What was sealed does not open: with a key that we do not have, for another place, or it was changed. */
    public static final class NotOpened extends SecretException {

        NotOpened(String message) {
            super(message);
        }
    }

    /** A reference leads nowhere. */
    public static final class Missing extends SecretException {

        Missing(String message) {
            super(message);
        }
    }
}
