package org.genonaut.backend;

import java.net.URI;
import java.util.Locale;

/** Who told us of a backend. An admin's word wins over all others. */
public enum BackendOrigin {
    ADMIN,
    CONFIG,
    FOUND,
    BUILTIN;

    /** A simulator gets another port at each start, so its name is what stays; all others are what their address is. */
    String key(String name, URI url) {
        return this == BUILTIN ? name : url.toString().replaceFirst("/+$", "");
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BackendOrigin ofColumn(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
