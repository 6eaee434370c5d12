package org.genonaut.comfyui;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one listener of a ComfyUI's events. Every execution has its own: a server that sees one id on two sockets may
 * fall silent on both.
 */
public record ClientId(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public ClientId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("A client id is 1 to 64 letters, digits and dashes: " + value);
        }
    }

    /** A fresh id that no other listener has. */
    public static ClientId random() {
        return new ClientId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
