package org.genonaut.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret half of an API token: {@code gn_} and 256 random bits.
 *
 * <p>With so many bits nobody guesses it, so a plain SHA-256 is stored instead of a slow password hash.
 */
record TokenSecret(String text) {

    private static final String PREFIX = "gn_";
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenSecret random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "TokenSecret[…]";
    }
}
