package org.genonaut.chaos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** An endless sequence of troubles that follows from a seed alone; every kind comes once before any comes again. */
final class TroublePlan {

    private static final int SHORTEST_GAP = 2_000;
    private static final int LONGEST_GAP = 6_000;
    private static final int FLAVOURS = 3;

    private final Random lots;
    private final List<Trouble> kinds;
    private final int nodes;
    private final int simulators;
    private final Deque<Trouble> bag = new ArrayDeque<>();

    TroublePlan(long seed, Collection<Trouble> kinds, int nodes, int simulators) {
        this.lots = new Random(seed);
        this.kinds = kinds.stream().sorted().toList();
        this.nodes = nodes;
        this.simulators = simulators;
    }

    Planned next() {
        if (bag.isEmpty()) {
            var shuffled = new ArrayList<>(kinds);
            Collections.shuffle(shuffled, lots);
            bag.addAll(shuffled);
        }
        var trouble = bag.pop();
        int targets = trouble.part() == Trouble.Part.SIMULATOR ? simulators : nodes;
        return new Planned(
                trouble,
                between(SHORTEST_GAP, LONGEST_GAP),
                lots.nextInt(targets),
                between(trouble.shortest(), trouble.longest()),
                lots.nextInt(FLAVOURS));
    }

    private Duration between(int least, int most) {
        return Duration.ofMillis(lots.nextInt(least, most + 1));
    }
}
