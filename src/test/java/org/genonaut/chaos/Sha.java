package org.genonaut.chaos;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a file, in hexadecimal digits. */
record Sha(String digits) {

    static Sha of(byte[] content) {
        try {
            return ofDigest(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    static Sha ofDigest(byte[] digest) {
        return new Sha(HexFormat.of().formatHex(digest));
    }
}
