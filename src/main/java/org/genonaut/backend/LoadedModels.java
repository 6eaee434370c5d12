package org.genonaut.backend;

import java.util.Optional;
import java.util.UUID;

/** Knows what people call the model that a backend has loaded. */
@FunctionalInterface
public interface LoadedModels {

    /** Empty if there is no such model any more. */
    Optional<String> title(UUID model);
}
