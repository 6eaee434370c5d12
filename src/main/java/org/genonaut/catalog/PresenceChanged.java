package org.genonaut.catalog;

import java.util.Set;

/** Some models came to or went from a backend. Published after the change is committed. */
public record PresenceChanged(Set<ModelId> models) {

    public PresenceChanged {
        models = Set.copyOf(models);
    }
}
