package org.genonaut.chaos;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be done to an installation. Where it lasts, it lasts between the two times, in milliseconds. */
enum Trouble {
    /** Kill −9 of a node, which comes back after a while. */
    KILL(Part.NODE, 500, 4_000),
    /** The same of all nodes at once. */
    KILL_ALL(Part.ALL_NODES, 500, 4_000),
    /** A node is asked to end, as at an upgrade, and must be gone within five seconds. */
    STOP(Part.NODE, 500, 3_000),
    /** A node stands still for more than two leases and then goes on as if nothing had happened. */
    PAUSE(Part.NODE, 31_000, 35_000),
    /** The clock of a node's JVM jumps by an hour, and back. */
    CLOCK(Part.NODE, 4_000, 15_000),
    /** No node can write more than a few kilobytes into any file. */
    DISK_FULL(Part.ALL_NODES, 3_000, 8_000, "not_stored"),
    /** The database ends, by a kill or not, and comes back. */
    DATABASE(Part.ALL_NODES, 1_000, 10_000),
    /** All sockets of a simulator are cut. */
    DROP_SOCKETS(Part.SIMULATOR, 0, 0),
    /** A simulator ends and starts anew; its queue is lost. */
    RESTART(Part.SIMULATOR, 0, 0, "lost", "unreachable"),
    /** A simulator answers 500 although it took the prompt. */
    ERROR_AFTER_ENQUEUE(Part.SIMULATOR, 5_000, 10_000, "unreachable"),
    /** A simulator cuts the connection although it took the prompt. */
    ANSWER_LOST(Part.SIMULATOR, 5_000, 10_000, "unreachable"),
    /** The worker of a simulator is dead until it is restarted. */
    ZOMBIE(Part.SIMULATOR, 8_000, 14_000, "stuck", "lost", "unreachable"),
    /** Nothing answers at the address of a simulator, and it works on meanwhile. */
    AWAY(Part.SIMULATOR, 3_000, 20_000, "unreachable"),
    /** What a simulator has finished is told only after everybody has given it up. */
    LATE(Part.SIMULATOR, 8_000, 12_000, "stuck");

    /** What is hit. */
    enum Part {
        NODE,
        ALL_NODES,
        SIMULATOR
    }

    private final Part part;
    private final int shortest;
    private final int longest;

    private final List<String> reasons;

    Trouble(Part part, int shortest, int longest, String... reasons) {
        this.part = part;
        this.shortest = shortest;
        this.longest = longest;
        this.reasons = List.of(reasons);
    }

    /** Kinds of failure that a job may end with because of it, after all its attempts. */
    List<String> reasons() {
        return reasons;
    }

    Part part() {
        return part;
    }

    int shortest() {
        return shortest;
    }

    int longest() {
        return longest;
    }

    /** As it is written on a command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Trouble of(String word) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + word + ", but "
                        + Arrays.stream(values()).map(Trouble::word).collect(joining(", "))));
    }
}
