package org.genonaut.generation.watch;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** This process, for as long as it lives: by this id it knows its own rows. */
@Component
class Node {

    private final UUID id = UUID.randomUUID();

    UUID id() {
        return id;
    }
}
