package org.genonaut.gallery;

import java.util.List;
import java.util.Optional;
import org.genonaut.generation.ImageId;

/**
 * The images around one, without it.
 *
 * @param newer the newest first, so the last is next to it
 * @param older the newest first, so the first is next to it
 */
public record Neighbours(List<ImageId> newer, List<ImageId> older) {

    public Neighbours {
        newer = List.copyOf(newer);
        older = List.copyOf(older);
    }

    public Optional<ImageId> nextNewer() {
        return newer.isEmpty() ? Optional.empty() : Optional.of(newer.getLast());
    }

    public Optional<ImageId> nextOlder() {
        return older.stream().findFirst();
    }
}
