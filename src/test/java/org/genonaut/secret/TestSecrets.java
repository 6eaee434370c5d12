package org.genonaut.secret;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Secrets with keys that a test makes up. */
public final class TestSecrets {

    private TestSecrets() {}

    /** A key of 32 equal bytes, as it stands in a key file. */
    public static String key(int value) {
        var bytes = new byte[SealingKey.BYTES];
        Arrays.fill(bytes, (byte) value);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The first seals. */
    public static Secrets with(String... keys) {
        return with(Map.of(), keys);
    }

    public static Secrets with(Map<String, String> environment, String... keys) {
        var ring = Arrays.stream(keys).map(SealingKey::ofBase64).toList();
        return new Secrets(ring.isEmpty() ? KeyRing.none("There is no key") : KeyRing.of(ring), environment::get);
    }
}
