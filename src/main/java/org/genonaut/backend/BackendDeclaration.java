package org.genonaut.backend;

import java.net.URI;
import java.util.regex.Pattern;
import org.genonaut.backend.connection.ConnectionSettings;

/**
 * That there is a ComfyUI, and how to reach it.
 *
 * @param name 1 to 100 characters that can be seen, unique in the fleet
 */
public record BackendDeclaration(String name, ConnectionSettings connection) {

    public static final int LONGEST_NAME = 100;

    private static final Pattern NOT_SEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    public BackendDeclaration {
        if (!isName(name)) {
            throw new IllegalArgumentException("A backend's name has 1 to 100 characters that can be seen");
        }
    }

    /** Others read it within sentences, which one that changes the direction of writing would turn round. */
    public static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && !NOT_SEEN.matcher(name).find();
    }

    /** Reached without credentials. */
    public BackendDeclaration(String name, URI url) {
        this(name, ConnectionSettings.to(url));
    }

    public URI url() {
        return connection.url();
    }
}
