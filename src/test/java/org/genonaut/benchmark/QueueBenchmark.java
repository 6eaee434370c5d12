package org.genonaut.benchmark;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.forecast.Receipts;
import org.genonaut.generation.queue.Claim;
import org.genonaut.generation.queue.ClaimWish;
import org.genonaut.generation.queue.Claims;
import org.genonaut.generation.queue.JobEnds;
import org.genonaut.generation.queue.ManyJobs;
import org.genonaut.generation.queue.Turns;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** P6: what the operations of the queue take when very much waits, beside the same when little does. */
final class QueueBenchmark implements Benchmarks.Benchmark {

    private static final int MUCH = 100_000;
    private static final int LITTLE = 1_000;
    private static final int TIMES = 200;
    private static final int WARM_UP = 100;

    /** What one size of queue took. */
    private record Times(
            List<Samples> claims, Samples floor, Samples enqueue, Samples retag, Samples position, double reading) {}

    @Override
    public Figures run() throws Exception {
        var little = measure(LITTLE);
        var much = measure(MUCH);
        return new Figures()
                .row(
                        "P6",
                        "claim at 100,000 waiting, with 1 / 2 / 4 claimers; p50 (p95) ms",
                        of(much.claims()),
                        "p95 ≤ 10")
                .row("P6", "claim at 1,000, the same run", of(little.claims()), "")
                .row("P6", "the floor: a transaction of one update by its key, the same run, ms", of(much.floor()), "")
                .row("P6", "claim at 100,000 to 1,000, p50 / p95", ratio(much, little), "≤ 1.5")
                .row("P6", "enqueue at 100,000 (at 1,000), ms", both(much.enqueue(), little.enqueue()), "p95 ≤ 10")
                .row("P6", "new tags for an account with 200 jobs (2), ms", both(much.retag(), little.retag()), "20–30")
                .row(
                        "P6",
                        "position from the projection at 100,000, ms; reading it, ms",
                        "%.3f (%.3f); %.0f"
                                .formatted(
                                        much.position().p50(), much.position().p95(), much.reading()),
                        "p95 ≤ 1; ≤ 2000");
    }

    private static String of(List<Samples> samples) {
        return samples.stream().map(QueueBenchmark::of).collect(joining(" / "));
    }

    private static String of(Samples samples) {
        return "%.1f (%.1f)".formatted(samples.p50(), samples.p95());
    }

    private static String both(Samples much, Samples little) {
        return of(much) + "; " + of(little);
    }

    private static String ratio(Times much, Times little) {
        var one = much.claims().getFirst();
        var other = little.claims().getFirst();
        return "%.2f / %.2f".formatted(one.p50() / other.p50(), one.p95() / other.p95());
    }

    private static Times measure(int waiting) throws Exception {
        try (var context = BenchmarkApplication.start("genonaut.run.enabled=false")) {
            var jobs = new ManyJobs(context);
            jobs.fill(waiting, "'waiting'");
            claim(context, jobs, 1, WARM_UP);
            var claims = new ArrayList<Samples>();
            for (int claimers : List.of(1, 2, 4)) {
                claims.add(claim(context, jobs, claimers, TIMES));
            }
            var floor = floor(context);
            var enqueue = new Samples();
            for (int i = 0; i < TIMES; i++) {
                var account = ManyJobs.account(i);
                var model = jobs.models().get(i % jobs.models().size());
                enqueue.time(() -> jobs.submit(account, model));
            }
            var retag = new Samples();
            for (int i = 0; i < 40; i++) {
                var account = ManyJobs.account(100 + i);
                retag.time(() -> context.getBean(Turns.class).retag(account));
            }
            return position(context, waiting, new Times(claims, floor, enqueue, retag, new Samples(), 0));
        }
    }

    /** Four messages to the database; a claim takes about twenty. */
    private static Samples floor(ApplicationContext context) throws Exception {
        var jdbc = context.getBean("runnerJdbcClient", JdbcClient.class);
        var transactions = context.getBean("runnerTransactions", TransactionTemplate.class);
        var floor = new Samples();
        for (int i = 0; i < TIMES; i++) {
            var account = ManyJobs.account(i).value();
            floor.time(() -> transactions.executeWithoutResult(
                    status -> jdbc.sql("update queue_flow set version = version + 1 where account_id = ?")
                            .param(account)
                            .update()));
        }
        return floor;
    }

    private static Times position(ApplicationContext context, int waiting, Times times) throws Exception {
        var receipts = context.getBean(Receipts.class);
        var reading = new Samples();
        reading.time(() -> position(receipts, waiting));
        for (int i = 0; i < 2_000; i++) {
            int number = waiting - i % 500;
            times.position().time(() -> position(receipts, number));
        }
        return new Times(
                times.claims(), times.floor(), times.enqueue(), times.retag(), times.position(), reading.p50());
    }

    private static void position(Receipts receipts, int number) {
        var request = new GenerationId(ManyJobs.request(number));
        if (receipts.of(ManyJobs.account(number % ManyJobs.ACCOUNTS), request).isEmpty()) {
            throw new IllegalStateException("Job " + number + " has no receipt");
        }
    }

    /** Each claimer serves backends of its own, and ends its job before it takes the next; only the claim is timed. */
    private static Samples claim(ApplicationContext context, ManyJobs jobs, int claimers, int times) throws Exception {
        var samples = new Samples();
        try (var threads = Executors.newFixedThreadPool(claimers)) {
            var results = new ArrayList<Future<?>>();
            IntStream.range(0, claimers)
                    .forEach(one -> results.add(threads.submit(() -> {
                        for (int i = 0; i < times / claimers; i++) {
                            claimOnce(context, jobs, one, samples);
                        }
                        return one;
                    })));
            for (var result : results) {
                result.get();
            }
        }
        return samples;
    }

    private static void claimOnce(ApplicationContext context, ManyJobs jobs, int one, Samples samples)
            throws Exception {
        var claims = context.getBean(Claims.class);
        var wish = ClaimWish.of(jobs.backends().get(one), 1, 0, model -> Duration.ofSeconds(5));
        var taken = new ArrayList<Claim>();
        samples.time(() -> claims.claim(wish).ifPresent(taken::add));
        // Of its own account nothing is measured: the job goes back to where it was.
        Stream.of(taken.getFirst()).forEach(context.getBean(JobEnds.class)::giveBack);
    }
}
