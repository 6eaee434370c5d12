package org.genonaut.secret;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of AES-256.
 *
 * @param id says which key sealed something, and nothing about the key: 8 hexadecimal digits of its SHA-256
 */
record SealingKey(String id, SecretKey key) {

    static final int BYTES = 32;

    /** @throws IllegalArgumentException saying what is wrong, without the text */
    static SealingKey ofBase64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not base64");
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("has " + bytes.length + " bytes instead of " + BYTES);
        }
        return new SealingKey(id(bytes), new SecretKeySpec(bytes, "AES"));
    }

    private static String id(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SealingKey[" + id + "]";
    }
}
