package org.genonaut.chaos;

import static java.util.stream.Collectors.toCollection;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a run of chaos is made of.
 *
 * @param jobs prompts that are asked for in all
 * @param seed everything that is drawn by lot follows from it
 * @param troubles kinds that happen; empty for a run in peace
 * @param rate jobs that are asked for in a second, in the long run
 */
record ChaosOptions(int jobs, long seed, Set<Trouble> troubles, int nodes, int simulators, double rate) {

    static final String HELP = """
            ./dev chaos [--jobs N] [--seed N] [--faults KIND,KIND|all|none] [--nodes N] [--simulators N] [--rate JOBS/S]
            """;

    ChaosOptions {
        if (jobs < 1 || nodes < 1 || simulators < 1 || !(rate > 0)) {
            throw new IllegalArgumentException("Chaos has jobs, nodes, simulators and a rate");
        }
        troubles = Set.copyOf(troubles);
    }

    static ChaosOptions defaults() {
        return new ChaosOptions(200, 1, EnumSet.allOf(Trouble.class), 2, 3, 1);
    }

    static ChaosOptions of(String... arguments) {
        var options = defaults();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " wants a value");
            }
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private ChaosOptions with(String name, String value) {
        return switch (name) {
            case "--jobs" -> new ChaosOptions(Integer.parseInt(value), seed, troubles, nodes, simulators, rate);
            case "--seed" -> new ChaosOptions(jobs, Long.parseLong(value), troubles, nodes, simulators, rate);
            case "--faults" -> new ChaosOptions(jobs, seed, troubles(value), nodes, simulators, rate);
            case "--nodes" -> new ChaosOptions(jobs, seed, troubles, Integer.parseInt(value), simulators, rate);
            case "--simulators" -> new ChaosOptions(jobs, seed, troubles, nodes, Integer.parseInt(value), rate);
            case "--rate" -> new ChaosOptions(jobs, seed, troubles, nodes, simulators, Double.parseDouble(value));
            default -> throw new IllegalArgumentException("There is no " + name);
        };
    }

    private static Set<Trouble> troubles(String words) {
        return switch (words) {
            case "all" -> EnumSet.allOf(Trouble.class);
            case "none" -> Set.of();
            default ->
                Arrays.stream(words.split(","))
                        .map(Trouble::of)
                        .collect(toCollection(() -> EnumSet.noneOf(Trouble.class)));
        };
    }

    /** Where the logs of a run are kept. */
    Path folder() {
        return Path.of("target", "chaos-" + seed).toAbsolutePath();
    }
}
