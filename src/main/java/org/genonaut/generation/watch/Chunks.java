package org.genonaut.generation.watch;

import java.util.List;
import java.util.stream.IntStream;

/** Cuts lists, so that no statement grows without limit. */
final class Chunks {

    private Chunks() {}

    static <T> List<List<T>> of(List<T> all, int size) {
        return IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(number -> all.subList(number * size, Math.min(all.size(), (number + 1) * size)))
                .toList();
    }
}
