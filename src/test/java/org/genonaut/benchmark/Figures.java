package org.genonaut.benchmark;

import java.util.ArrayList;
import java.util.List;

/** What a benchmark has found. */
final class Figures {

    private final List<Figure> found = new ArrayList<>();

    /**
     * One of them.
     *
     * @param id of the target
     * @param what was measured, and in which unit
     */
    record Figure(String id, String what, String measured, String target) {}

    Figures row(String id, String what, String measured, String target) {
        found.add(new Figure(id, what, measured, target));
        return this;
    }

    List<Figure> found() {
        return List.copyOf(found);
    }
}
