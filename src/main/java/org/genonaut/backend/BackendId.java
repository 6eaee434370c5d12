package org.genonaut.backend;

import java.util.UUID;

/** Which of our ComfyUI servers. */
public record BackendId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
