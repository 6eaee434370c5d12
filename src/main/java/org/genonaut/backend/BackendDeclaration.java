package org.genonaut.backend;

import java.net.URI;
import org.genonaut.backend.connection.ConnectionSettings;

/**
 * That there is a ComfyUI, and how to reach it.
 *
 * @param name 1 to 100 characters, unique in the fleet
 */
public record BackendDeclaration(String name, ConnectionSettings connection) {

    public BackendDeclaration {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("A backend's name has 1 to 100 characters");
        }
    }

    /** Reached without credentials. */
    public BackendDeclaration(String name, URI url) {
        this(name, ConnectionSettings.to(url));
    }

    public URI url() {
        return connection.url();
    }
}
