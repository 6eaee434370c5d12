package org.genonaut.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the worker shall stand still, each place once and in the order of planning. */
final class Pauses {
    private final List<Planned> planned = new ArrayList<>();

    private record Planned(Place place, Pause pause) {}

    /** A place where the worker comes by. */
    sealed interface Place {
        record BeforePrompt() implements Place {}

        record AtNode(String classType) implements Place {}

        record AfterStep(int step) implements Place {}
    }

    synchronized Pause plan(Place place) {
        var pause = new Pause();
        planned.add(new Planned(place, pause));
        return pause;
    }

    /** The worker is at a place, and stands still if that was planned. */
    void passBy(Place place) throws InterruptedException {
        var pause = take(place);
        if (pause.isPresent()) {
            pause.get().stand();
        }
    }

    private synchronized Optional<Pause> take(Place place) {
        var next = planned.stream().filter(entry -> entry.place().equals(place)).findFirst();
        next.ifPresent(planned::remove);
        return next.map(Planned::pause);
    }
}
