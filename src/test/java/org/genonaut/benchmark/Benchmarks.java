package org.genonaut.benchmark;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Runs a benchmark by name, prints its rows and writes them into the documentation. Figures are ratios or rates of one run, never compared across machines. */
public final class Benchmarks {

    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.of(
            "thumbnails", new ThumbnailsBenchmark(),
            "queue", new QueueBenchmark(),
            "idle-gap", new IdleGapBenchmark(),
            "fairness", new FairnessBenchmark(),
            "affinity", new AffinityBenchmark(),
            "eta", new EtaBenchmark(),
            "load", new LoadBenchmark()));

    private static final ResultsTable RESULTS = new ResultsTable(Path.of("docs", "benchmarks.md"));

    /** One question with an answer in figures. */
    interface Benchmark {

        Figures run() throws Exception;
    }

    private Benchmarks() {}

    public static void main(String[] names) throws Exception {
        if (names.length != 1 || !(names[0].equals("all") || ALL.containsKey(names[0]))) {
            System.err.println("Name one of " + ALL.keySet() + " or all.");
            System.exit(2);
        }
        for (var entry : ALL.entrySet()) {
            if (names[0].equals("all") || names[0].equals(entry.getKey())) {
                System.out.println(
                        RESULTS.write(entry.getKey(), entry.getValue().run()));
            }
        }
    }
}
