package org.genonaut.catalog;

import java.util.UUID;

/** Which model of the catalog. */
public record ModelId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
