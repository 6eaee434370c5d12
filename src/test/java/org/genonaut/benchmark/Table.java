package org.genonaut.benchmark;

import java.lang.management.ManagementFactory;

/** The rows of one benchmark, as they stand in docs/benchmarks.md. */
final class Table {

    private final StringBuilder rows = new StringBuilder("| id | what | measured | target |\n|---|---|---|---|\n");

    Table row(String id, String what, String measured, String target) {
        rows.append("| %s | %s | %s | %s |%n".formatted(id, what, measured, target));
        return this;
    }

    /** With the load of the machine, without which no figure means much. */
    String text() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return "%s%nLoad average %.1f on %d cores, JDK %d.%n"
                .formatted(
                        rows,
                        machine.getSystemLoadAverage(),
                        machine.getAvailableProcessors(),
                        Runtime.version().feature());
    }
}
