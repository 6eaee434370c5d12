package org.genonaut.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals with its first key, by AES-256-GCM, and opens with whichever key sealed.
 *
 * <p>A sealed text is {@code v1.<id of the key>.<base64url of nonce, ciphertext and tag>}. Version, id and context are
 * authenticated with it.
 */
final class KeyRing {

    private static final String VERSION = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<SealingKey> keys;
    private final String absence;

    private KeyRing(List<SealingKey> keys, String absence) {
        this.keys = keys;
        this.absence = absence;
    }

    static KeyRing of(List<SealingKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A key ring has a key");
        }
        return new KeyRing(List.copyOf(keys), "");
    }

    /** @param absence one sentence why there is no key, and what to do */
    static KeyRing none(String absence) {
        return new KeyRing(List.of(), absence);
    }

    /** Why there is no key; empty if there is one. */
    Optional<String> absence() {
        return keys.isEmpty() ? Optional.of(absence) : Optional.empty();
    }

    String seal(String text, String context) {
        var head = head(sealing());
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, sealing(), nonce, head + context)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            var both = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return head + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    String open(String sealed, String context) {
        var parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            throw new SecretException.NotOpened("This is nothing that was sealed here");
        }
        var key = key(parts[1]);
        var bytes = decode(parts[2]);
        try {
            var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            var opened = cipher(Cipher.DECRYPT_MODE, key, nonce, head(key) + context)
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new String(opened, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new SecretException.NotOpened("It was changed, or sealed for another place");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /** Whether it was sealed with the key that seals now. */
    boolean isCurrent(String sealed) {
        return !keys.isEmpty() && sealed.startsWith(head(sealing()));
    }

    private SealingKey sealing() {
        if (keys.isEmpty()) {
            throw new SecretException.NoKey(absence);
        }
        return keys.getFirst();
    }

    private SealingKey key(String id) {
        return keys.stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SecretException.NotOpened(
                        keys.isEmpty() ? absence : "It was sealed with the key " + id + ", which we do not have"));
    }

    private static byte[] decode(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length >= NONCE_BYTES + TAG_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new SecretException.NotOpened("It was changed since it was sealed");
        }
        throw new SecretException.NotOpened("It was cut short since it was sealed");
    }

    private static String head(SealingKey key) {
        return VERSION + "." + key.id() + ".";
    }

    private static Cipher cipher(int mode, SealingKey key, byte[] nonce, String authenticated)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(authenticated.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
