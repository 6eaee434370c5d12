package org.genonaut.backend;

import java.util.Locale;

/** Who told us of a backend. An admin's word wins over all others. */
public enum BackendOrigin {
    ADMIN,
    CONFIG,
    FOUND,
    BUILTIN;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BackendOrigin ofColumn(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
