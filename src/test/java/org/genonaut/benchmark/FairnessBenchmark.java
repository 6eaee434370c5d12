package org.genonaut.benchmark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genonaut.TestAccounts;
import org.genonaut.account.AccountId;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.PlayedFleet;
import org.springframework.context.ApplicationContext;

/**
 * P7: what others get beside somebody with 500 jobs. The queue and its database are real, the servers are played: a job's
 * time is a figure, log-normal around what is expected of it.
 */
final class FairnessBenchmark implements Benchmarks.Benchmark {

    private static final int BACKENDS = 3;
    private static final int SMALL = 9;
    private static final int BACKLOG = 500;
    private static final int JOBS_OF_SMALL = 5;
    private static final double COST = 5;
    private static final double DEAR = 10 * COST;
    private static final double DEVIATION = 0.4;
    /** So long the one with the backlog and those with one job at a time are compared, in seconds of the play. */
    private static final double WINDOW = 600;

    private record Outcome(Samples waits, double jain, double leastShare) {}

    @Override
    public Figures run() {
        Outcome together;
        Outcome alone;
        try (var context = BenchmarkApplication.start("genonaut.run.enabled=false")) {
            together = new Play(context, "b", true).outcome();
        }
        try (var context = BenchmarkApplication.start("genonaut.run.enabled=false")) {
            alone = new Play(context, "c", false).outcome();
        }
        double allowed = alone.waits().p95() * 10 / 9 + 2 * COST;
        return new Figures()
                .row(
                        "P7",
                        "small users' p95 wait beside a backlog of 500 and two dear ones, s of the play" + " (alone)",
                        "%.1f (%.1f)"
                                .formatted(together.waits().p95(), alone.waits().p95()),
                        "≤ %.1f".formatted(allowed))
                .row(
                        "P7",
                        "Jain's index of GPU seconds, those who want all the time",
                        "%.4f".formatted(together.jain()),
                        "≥ 0.98")
                .row(
                        "P7",
                        "the least that one of them got of its fair share",
                        "%.3f".formatted(together.leastShare()),
                        "≥ 0.9");
    }

    private static final class Play {

        private final PlayedFleet fleet;
        private final UUID model;
        private final Random random = new Random(7);
        private final AccountId big;
        private final List<AccountId> dear;
        private final List<AccountId> small;
        private final boolean others;
        private final Map<UUID, Deque<Double>> submitted = new HashMap<>();
        private final Samples waits = new Samples();

        Play(ApplicationContext context, String name, boolean others) {
            var accounts = context.getBean(TestAccounts.class);
            this.others = others;
            fleet = new PlayedFleet(context);
            model = fleet.withOneModel(BACKENDS);
            big = accounts.member(name + "ig").id();
            dear = Stream.of("dear", "dearer")
                    .map(one -> accounts.member(name + one).id())
                    .toList();
            small = IntStream.range(0, SMALL)
                    .mapToObj(one -> accounts.member(name + one).id())
                    .toList();
        }

        Outcome outcome() {
            if (others) {
                fleet.submit(big, BACKLOG, COST, model);
                dear.forEach(account -> fleet.submit(account, 1, DEAR, model));
                until(40);
            }
            small.forEach(this::submitSmall);
            until(fleet.now() + 200);
            if (!others) {
                return new Outcome(waits, 1, 1);
            }
            var wanting = Stream.concat(Stream.of(big), dear.stream()).toList();
            var before = wanting.stream().map(fleet::service).toList();
            until(fleet.now() + WINDOW);
            var got = new ArrayList<Double>();
            for (int i = 0; i < wanting.size(); i++) {
                got.add(fleet.service(wanting.get(i)) - before.get(i));
            }
            return outcome(got);
        }

        private Outcome outcome(List<Double> got) {
            double sum = got.stream().mapToDouble(Double::doubleValue).sum();
            double squares = got.stream().mapToDouble(one -> one * one).sum();
            double least = got.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            return new Outcome(waits, sum * sum / (got.size() * squares), least / (sum / got.size()));
        }

        private void submitSmall(AccountId account) {
            var request = fleet.submit(account, JOBS_OF_SMALL, COST, model);
            submitted.put(request, new ArrayDeque<>(java.util.Collections.nCopies(JOBS_OF_SMALL, fleet.now())));
        }

        private void until(double time) {
            while (fleet.now() < time) {
                fleet.begin(this::time).forEach(this::note);
                var ended = fleet.end();
                if (ended.isEmpty()) {
                    return;
                }
                ended.map(Claim::account)
                        .filter(dear::contains)
                        .ifPresent(owner -> fleet.submit(owner, 1, DEAR, model));
            }
        }

        private void note(Claim claim) {
            var since = submitted.get(claim.request());
            if (since != null) {
                waits.add(fleet.now() - since.remove());
            }
        }

        /** Its mean is what is expected. */
        private double time(Claim claim) {
            return claim.cost() * Math.exp(DEVIATION * random.nextGaussian() - DEVIATION * DEVIATION / 2);
        }
    }
}
