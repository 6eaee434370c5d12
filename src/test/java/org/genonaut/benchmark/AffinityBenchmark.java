package org.genonaut.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.genonaut.TestAccounts;
import org.genonaut.account.AccountId;
import org.genonaut.backend.BackendId;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.PlayedFleet;
import org.springframework.context.ApplicationContext;

/**
 * P8: how many model loads the order spares, with the same jobs at the same times. The queue and its database are real, the
 * servers are played; first come, first served is computed.
 */
final class AffinityBenchmark implements Benchmarks.Benchmark {

    private static final int BACKENDS = 2;
    private static final int MODELS = 4;
    private static final int USERS = 5;
    private static final int REQUESTS = 120;
    private static final double COST = 4;
    private static final double LOAD = 8;

    /** @param at when it comes, in seconds of the play */
    private record Arrival(double at, int user, int model, double time) {}

    private record Outcome(int loads, Samples waits) {}

    @Override
    public Figures run() {
        var arrivals = arrivals();
        var fifo = firstComeFirstServed(arrivals);
        var plain = play(arrivals, Duration.ZERO);
        var sparing = play(arrivals, Duration.ofSeconds((long) LOAD));
        return new Figures()
                .row(
                        "P8",
                        "model loads of %d jobs, spared against first come, first served (fair without"
                                        .formatted(REQUESTS)
                                + " affinity)",
                        "%d to %d, %.0f %% fewer (%d)"
                                .formatted(
                                        sparing.loads(),
                                        fifo.loads(),
                                        100.0 * (fifo.loads() - sparing.loads()) / fifo.loads(),
                                        plain.loads()),
                        "≥ 40 %")
                .row(
                        "P8",
                        "p95 wait to that of plain fair turns",
                        "%.1f s / %.1f s = %.2f"
                                .formatted(
                                        sparing.waits().p95(),
                                        plain.waits().p95(),
                                        sparing.waits().p95() / plain.waits().p95()),
                        "≤ 1.1");
    }

    /** A little more than two backends can do, so that something waits. */
    private static List<Arrival> arrivals() {
        var random = new Random(8);
        var arrivals = new ArrayList<Arrival>();
        double at = 0;
        for (int i = 0; i < REQUESTS; i++) {
            at -= 3 * Math.log(1 - random.nextDouble());
            int user = random.nextInt(USERS);
            arrivals.add(new Arrival(
                    at, user, random.nextInt(MODELS), COST * Math.exp(0.3 * random.nextGaussian() - 0.045)));
        }
        return arrivals;
    }

    private static Outcome firstComeFirstServed(List<Arrival> arrivals) {
        var free = new double[BACKENDS];
        var loaded = new int[] {-1, -1};
        var waits = new Samples();
        int loads = 0;
        for (var arrival : arrivals) {
            int backend = IntStream.range(0, BACKENDS)
                    .boxed()
                    .min(Comparator.comparing(one -> free[one]))
                    .orElseThrow();
            double begin = Math.max(free[backend], arrival.at());
            boolean load = loaded[backend] != arrival.model();
            loads += load ? 1 : 0;
            loaded[backend] = arrival.model();
            free[backend] = begin + arrival.time() + (load ? LOAD : 0);
            waits.add(begin - arrival.at());
        }
        return new Outcome(loads, waits);
    }

    private static Outcome play(List<Arrival> arrivals, Duration load) {
        try (var context = BenchmarkApplication.start("genonaut.run.enabled=false")) {
            return new Play(context, load).outcome(arrivals);
        }
    }

    private static final class Play {

        private final PlayedFleet fleet;
        private final Duration load;
        private final List<UUID> models;
        private final List<AccountId> users;
        private final Map<UUID, Arrival> byRequest = new HashMap<>();
        private final Map<BackendId, UUID> loaded = new HashMap<>();
        private final Samples waits = new Samples();
        private int loads;

        Play(ApplicationContext context, Duration load) {
            this.load = load;
            fleet = new PlayedFleet(context);
            fleet.withOneModel(BACKENDS);
            models = IntStream.range(0, MODELS).mapToObj(one -> fleet.model()).toList();
            var accounts = context.getBean(TestAccounts.class);
            users = IntStream.range(0, USERS)
                    .mapToObj(one -> accounts.member("user" + one).id())
                    .toList();
        }

        Outcome outcome(List<Arrival> arrivals) {
            for (var arrival : arrivals) {
                fleet.advance(arrival.at(), this::begin);
                var model = models.get(arrival.model());
                byRequest.put(fleet.submit(users.get(arrival.user()), 1, COST, model), arrival);
                begin();
            }
            fleet.advance(Double.MAX_VALUE, this::begin);
            return new Outcome(loads, waits);
        }

        private void begin() {
            fleet.begin(this::time, load)
                    .forEach(claim -> waits.add(
                            fleet.now() - byRequest.get(claim.request()).at()));
        }

        /** With the load, if another model is there. */
        private double time(Claim claim) {
            boolean spared = claim.baseModel().equals(loaded.put(claim.backend(), claim.baseModel()));
            loads += spared ? 0 : 1;
            return byRequest.get(claim.request()).time() + (spared ? 0 : LOAD);
        }
    }
}
