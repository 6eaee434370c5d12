package org.genonaut.backend;

import java.net.URI;

/**
 * That there is a ComfyUI at an address.
 *
 * @param name 1 to 100 characters, unique in the fleet
 * @param url its base, with any path prefix
 */
public record BackendDeclaration(String name, URI url) {

    public BackendDeclaration {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("A backend's name has 1 to 100 characters");
        }
        if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme())) || url.getHost() == null) {
            throw new IllegalArgumentException("A backend's address starts with http:// or https:// and names a host");
        }
    }
}
